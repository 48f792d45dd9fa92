import { program } from "./program.ts";

/** horde/imp: locale/LANGUAGE/LC_MESSAGES/imp.po, "Quoting %f:". Horde marks every quoted line and writes no date. */
export const HORDE = program({
  name: "Horde",
  dateLabels: "dated",
  wrote: `
en | [Quoting] {name} <{address}>:
de | [Zitat von] {name} <{address}>:
fr | {name} <{address}> [a écrit] :
es | {name} <{address}> [escribió]:
it | {name} <{address}> [ha scritto]:
pt | [Citando] {name} <{address}>:
nl | [Citeren] {name} <{address}>:
sv | [Citerar] {name} <{address}>:
da | [Citat af] {name} <{address}>:
nb | [Siterer] {name} <{address}>:
fi | [Lainaus] {name} <{address}>:
pl | [Cytowanie] {name} <{address}>:
cs | [Cituji] {name} <{address}>:
sk | [Citát] {name} <{address}>:
hu | [Idézet] ({name} <{address}>):
ru | [Цитирую] {name} <{address}>:
uk | [Цитую] {name} <{address}>:
hr | [Citiram] {name} <{address}>:
sl | [Citiram] {name} <{address}>:
fa | [نقل قول] {name} <{address}>:
ja | [引用] {name} <{address}>：
ko | {name} <{address}>을(를) [인용합니다]:
zh | [引用] {name} <{address}>：
zh | [引述] {name} <{address}>:
et | {name} <{address}> [kirjutas]:
lv | [Citēju] {name} <{address}>:
lt | {name} <{address}> [rašė]:
is | [Vísa til] {name} <{address}>:
ca | [S'està citant] {name} <{address}>:
`,
});
