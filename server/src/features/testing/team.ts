/** A plan of a group with a roster; what is tested is what stands behind it. */
export const TEAM = `performance_year: 2024
practice: { name: Elm }
submission: { level: group }
roster:
  adams: { name: Ann Adams } # adams leads
  "baker": {}
activities:
`;
