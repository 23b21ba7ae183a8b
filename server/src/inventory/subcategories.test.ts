import { describe, expect, it } from 'vitest';
import { subcategoryLabel } from './subcategories.ts';

describe('labels of subcategories', () => {
  it('are CMS’s, spelled out where they are new', () => {
    expect(subcategoryLabel('patientSafetyAndPracticeAssessment')).toBe('Patient Safety and Practice Assessment');
    expect(subcategoryLabel('somethingNew')).toBe('Something New');
    expect(subcategoryLabel('constructor')).toBe('Constructor');
    expect(subcategoryLabel(null)).toBe('No subcategory');
  });
});
