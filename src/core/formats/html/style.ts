/** The style sheet of a handed-over page. Nothing in it asks for anything from outside. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1f2328; --quiet: #5a626b; --rule: #d5d9de;
  --head: #f4f5f6; --mark: #fff0b8; --mark-rule: #a87900; --missing: #fff0b8; --link: #0b57a4 }
@media (prefers-color-scheme: dark) { :root { --paper: #17191c; --ink: #e3e5e8; --quiet: #a0a7af;
  --rule: #3a3f45; --head: #212428; --mark: #4a3d12; --mark-rule: #d9a928; --missing: #4a3d12; --link: #8ab8f0 } }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 auto; max-width: 74rem; padding: 2.5rem 1.5rem 4rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.6 Charter, "Iowan Old Style", "Noto Serif", Georgia, serif }
body.target { max-width: 42rem }
[lang="ko"] { font-family: "Noto Serif KR", "Noto Serif CJK KR", AppleMyungjo, "Nanum Myeongjo", Batang, serif;
  word-break: keep-all }
td, li, p, h1 { overflow-wrap: anywhere }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.35; text-wrap: balance }
h2 { margin: 3rem 0 .75rem; font-size: 1.125rem }
h2, th, .details, .details[lang], .legend, .notes { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans KR", "Noto Sans CJK KR",
  "Apple SD Gothic Neo", "Malgun Gothic", sans-serif }
.details, .legend { margin: 0; color: var(--quiet); font-size: .875rem; line-height: 1.6 }
.legend { margin: 0; color: var(--quiet); font-size: .875rem; line-height: 1.6 }
.details[lang="ko"] { font-family: inherit }
.details, .details[lang="ko"] { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans KR", "Noto Sans CJK KR",
  "Apple SD Gothic Neo", "Malgun Gothic", sans-serif }
.legend { margin: .5rem 0 2rem; word-spacing: .05em }
.legend span { margin-right: 1.25em; white-space: nowrap }
a { color: var(--link); text-underline-offset: .15em }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px }
table { width: 100%; border-collapse: collapse; table-layout: fixed; border-block: 1.5px solid var(--ink) }
col.number { width: 4rem } col.korean { width: 47% }
th, td { padding: .65rem .75rem; vertical-align: top; text-align: left }
thead th { background: var(--head); font-size: .8125rem; font-weight: 600 }
tbody tr { border-top: 1px solid var(--rule) } tbody tr.notes { border-top: 0 }
tbody th { padding-left: 0; color: var(--quiet); font-size: .8125rem; font-weight: 400; text-align: right;
  font-variant-numeric: tabular-nums; line-height: 1.6 }
.status { display: block }
mark { background: var(--mark); color: inherit; border-bottom: 1.5px solid var(--mark-rule); padding: .05em 0 }
mark.resolved { background: none; border-bottom-style: dotted }
sup { font: 600 .6875rem/0 system-ui, sans-serif; padding: 0 .15em } sup a { text-decoration: none }
ol { margin: 0; padding: 0 0 .35rem; list-style: none; color: var(--quiet); font-size: .875rem; line-height: 1.5 }
ol li { margin: .15rem 0; padding-left: 2rem; text-indent: -2rem } ol li > * { text-indent: 0 }
li .ref { display: inline-block; min-width: 1.5rem; margin-right: .5rem; text-align: right; text-decoration: none }
li b { color: var(--ink); font-weight: 600 }
li q { color: var(--ink); quotes: "“" "”" }
li q[lang], li .body { font-family: inherit }
li .body { white-space: pre-line }
li .reply { display: block; margin-left: 1rem; padding-left: .75rem; border-left: 2px solid var(--rule) }
li:target { background: var(--mark); color: var(--ink) }
tr.notes td { padding-top: 0 }
p.text { margin: 0 0 1.1em }
.missing { background: var(--missing); border-bottom: 1.5px dashed var(--mark-rule) }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media (max-width: 44rem) { @media screen {
  body { padding: 1.25rem 1rem 3rem } h1 { font-size: 1.375rem }
  table, tbody, tr, td, tbody th { display: block; width: auto } colgroup, tr.notes td.gap { display: none }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  tbody tr { padding: .75rem 0 } tbody tr.notes { padding: 0 0 .75rem }
  tbody th { padding: 0 0 .25rem; text-align: left } .status { display: inline; margin-left: .5em }
  td { padding: 0 } td[lang]:empty { display: none } td[lang="ko"] { margin-bottom: .5rem; color: var(--ink) }
  td[lang="en"] { padding-left: .75rem; border-left: 3px solid var(--rule) }
} }
@page { size: A4; margin: 16mm 14mm 18mm }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --head: #f2f2f2;
    --mark: #fff0b8; --mark-rule: #8a6400; --missing: #fff0b8; --link: #000 }
  html { font-size: 9.5pt } body, body.target { max-width: none; padding: 0; line-height: 1.5 }
  .notes ol { line-height: 1.4 } tbody td, tbody th { padding-block: .5rem } thead { display: table-header-group }
  tbody tr { break-inside: avoid } tbody tr.notes { break-before: avoid }
  mark, .missing, thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  h2 { break-after: avoid } p { orphans: 2; widows: 2 } a { text-decoration: none }
}
`.trim()
