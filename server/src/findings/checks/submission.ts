import { yearsWhere } from '../../rules/rules.ts';
import { levelRefused, levelsTaken, usesMvp } from '../../score/facts.ts';
import type { Mvp } from '../../inventory/inventory.ts';
import { isSameInOtherCase } from '../../text/letterCase.ts';
import { nearest } from '../../text/nearest.ts';
import { enumeration } from '../../text/enumeration.ts';
import { LEVEL_NAMES } from '../../plan/names.ts';
import { LEVELS, PROGRAMS } from '../../plan/model.ts';
import { replaceBy, type CheckContext, type Checks, type Reported } from '../check.ts';

/** What CMS takes: years, programs, levels and pathways. */
export const submissionChecks: Checks = {
  *'year-not-covered'({ plan, facts }) {
    const year = plan.performanceYear.value;
    if (year === undefined || facts.year !== undefined) return;
    const years = facts.inventory.years;
    const nearestYear = years.reduce((best, candidate) => (Math.abs(candidate - year.value) < Math.abs(best - year.value) ? candidate : best));
    yield {
      place: year,
      message: `There is no inventory for ${year.value}, so nothing can be scored; ${years[0]} to ${years.at(-1)} are covered${year.value > (years.at(-1) ?? 0) ? ' (for a later year, name CMS’s file in the settings)' : ''}.`,
      fixes: () => [replaceBy(year, String(nearestYear), `Change to ${nearestYear}`)],
    };
  },

  *'program-not-in-year'({ plan, facts }) {
    const submission = plan.submission.value?.value;
    const { rules, year, program, level } = facts;
    if (rules === undefined || submission === undefined) return;
    const programValue = submission.program.value;
    if (programValue !== undefined && program !== undefined && !facts.programInYear) {
      const others = PROGRAMS.filter((other) => rules.programs[other] !== undefined);
      yield {
        place: programValue,
        message: `Program \`${program}\` is not available in ${year} (${yearsInWords((rulesOfYear) => rulesOfYear.programs[program] !== undefined)}); choose ${list(others)}.`,
        fixes: () => others.map((other) => replaceBy(programValue, other, `Change to \`${other}\``)),
      };
    }
    const levelValue = submission.level.value;
    if (levelValue === undefined || level === undefined || !levelRefused(facts)) return;
    const levels = levelsTaken(rules, program);
    const others = LEVELS.filter((other) => levels.includes(other));
    const inYear = Object.values(rules.programs).some((ofProgram) => ofProgram.includes(level));
    yield {
      place: levelValue,
      message: inYear
        ? `CMS takes no ${LEVEL_NAMES[level]} submission in program \`${program}\`${level === 'subgroup' ? '; subgroups report an MVP only' : ''}; choose level ${list(others)}.`
        : `Level \`${level}\` is not available in ${year} (${yearsInWords((ofYear) => Object.values(ofYear.programs).some((ofProgram) => ofProgram.includes(level)))}); choose ${list(others)}.`,
      fixes: () => others.map((other) => replaceBy(levelValue, other, `Change to \`${other}\``)),
    };
  },

  *'unknown-mvp'({ plan, facts }) {
    const mvp = mvpInQuestion({ plan, facts });
    if (mvp === undefined || facts.inventory.mvp(mvp.value) !== undefined) return;
    const ids = facts.inventory.mvpsOf(facts.year as number).map((candidate) => candidate.id);
    const near = nearest(mvp.value, ids);
    const described = near.map((id) => `${id} (${facts.inventory.mvp(id)?.titleIn(facts.year as number) ?? ''})`);
    yield {
      place: mvp,
      message: `CMS has no MVP “${mvp.value}”${near.length === 0 ? `; ${facts.year} has ${ids.length}, ${ids[0]} to ${ids.at(-1)}.` : `; did you mean ${described.join(' or ')}?`}`,
      fixes: () => near.map((id) => replaceBy(mvp, id, `Replace with ${id}`, isSameInOtherCase(mvp.value, id) ? { preferred: true, safe: true } : { preferred: near.length === 1 })),
    };
  },

  *'mvp-not-in-year'({ plan, facts }) {
    const mvp = mvpInQuestion({ plan, facts });
    const known = mvp === undefined ? undefined : facts.inventory.mvp(mvp.value);
    if (mvp === undefined || known === undefined || known.years.includes(facts.year as number)) return;
    yield {
      place: mvp,
      message: `MVP ${known.id} is not offered in ${facts.year}; CMS lists it in ${known.years.join(', ')}. Choose a pathway of ${facts.year}.`,
      fixes: () => alike(known, facts).map((other) => replaceBy(mvp, other.id, `Replace with ${other.id} (${other.titleIn(facts.year as number)})`)),
    };
  },

  *'activities-not-needed'({ plan, facts, judgements }) {
    if (facts.program !== 'app' || !facts.programInYear || plan.activities.key === undefined) return;
    if (judgements.every((judgement) => judgement.dropped)) return;
    yield {
      place: plan.activities.key,
      message: 'The APM Performance Pathway gives full credit for improvement activities; none needs to be attested.',
    };
  },
};

/** The pathways of the year whose titles share most words with another's, three at most. */
function alike(mvp: Mvp, { inventory, year }: CheckContext['facts']): readonly Mvp[] {
  const wordsOf = (other: Mvp): string[] => other.titleIn(year as number).toLowerCase().match(/[a-z]{4,}/g) ?? [];
  const words = new Set(wordsOf(mvp));
  return inventory.mvpsOf(year as number)
    .map((other) => ({ other, shared: wordsOf(other).filter((word) => words.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map(({ other }) => other);
}

/** The `mvp` that a submission rests on, where the year and the program make it one. */
function mvpInQuestion({ plan, facts }: Pick<CheckContext, 'plan' | 'facts'>): (Reported['place'] & { readonly value: string }) | undefined {
  return usesMvp(facts) ? plan.submission.value?.value.mvp.value : undefined;
}

function yearsInWords(holds: Parameters<typeof yearsWhere>[0]): string {
  const years = yearsWhere(holds);
  const last = yearsWhere(() => true).at(-1);
  return years.at(-1) === last ? `from ${years[0]}` : `${years[0]} to ${years.at(-1)}`;
}

function list(values: readonly string[]): string {
  return enumeration(values.map((value) => `\`${value}\``), 'or');
}
