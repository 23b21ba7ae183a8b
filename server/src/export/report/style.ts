/**
 * The report's look: for paper first, A4 and Letter alike, and light on every screen. The page's policy names its
 * SHA-256, so that no other style works in it.
 */
export const REPORT_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 3rem; max-width: 62rem; background: #fff; color: #1c1c1c;
  font: 1rem/1.45 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1, h2, h3 { line-height: 1.2; margin: 0 0 .5rem; break-after: avoid; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.4rem; margin-top: 2.5rem; padding-top: 1rem; border-top: 3px solid #1c1c1c; }
h3 { font-size: 1.1rem; margin-top: 1.75rem; }
p { margin: 0 0 .6rem; }
a { color: #0b4f8a; }
code { font: .92em ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
.lead, .quiet { color: #4a4a4a; }
.figures { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
.figures li { flex: 1 1 10rem; padding: .6rem .9rem; border: 1px solid #767676; border-radius: 4px; break-inside: avoid; }
.figures b { display: block; font-size: 1.6rem; line-height: 1.2; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.25rem; margin: 1rem 0; }
dt { color: #4a4a4a; }
dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; color: #4a4a4a; padding-bottom: .35rem; }
th, td { padding: .4rem .6rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #b5b5b5; }
td, tbody th { overflow-wrap: break-word; }
.loose, td li { overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid #1c1c1c; }
tbody th { font-weight: 600; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
h3 + p, caption { break-after: avoid; }
.number { text-align: right; white-space: nowrap; }
.date, .id { white-space: nowrap; }
th.id { overflow-wrap: normal; }
td ul, th p { margin: .25rem 0 0; }
td ul { padding-left: 1.1rem; }
td > ul:first-child { margin-top: 0; }
.thirds th { width: 30%; }
.why { color: #4a4a4a; font-weight: 400; }
.state { font-weight: 600; white-space: nowrap; }
.year { width: 42%; padding-right: 0; }
.year svg { display: block; width: 100%; height: 1.5rem; }
.months { display: flex; font-weight: 400; font-size: .8rem; }
.months span { flex: 1 1 0; }
.month { stroke: #d0d0d0; stroke-width: 1; }
.bar { stroke: #1c1c1c; stroke-width: 1; }
.secured { fill: #1b5e3a; }
.planned { fill: #a9c9e8; }
.none { fill: #fff; stroke-dasharray: 3 2; }
.enough { stroke: #1c1c1c; stroke-width: 2; stroke-dasharray: 2 2; }
.last { stroke: #8f4a00; stroke-width: 3; }
.today { stroke: #a3123c; stroke-width: 2; }
svg line, svg rect { vector-effect: non-scaling-stroke; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; margin: .5rem 0 0; padding: 0; list-style: none; font-size: .85rem; }
.legend svg { width: 1.6rem; height: .8rem; margin-right: .35rem; vertical-align: middle; }
.notice { padding: .6rem .9rem; border: 2px solid #8a1c1c; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid #767676; font-size: .85rem; color: #4a4a4a; }
@media (max-width: 40rem) { body { padding: 1rem; } dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
@page { margin: 15mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; }
  a { color: inherit; }
  .wide { overflow: visible; }
  .plan:not(:first-of-type) { break-before: page; }
  .plan h2 { margin-top: 0; }
}
`;

/** As the policy has it; a test holds it against the style. */
export const REPORT_STYLE_HASH = 'sha256-k/V4yKphT/6QYjIbkGy6K/I08Xdj8L+kNCSqZQouyR4=';
