import { program } from "./program.ts";

/**
 * Replies: discourse/email_reply_trimmer (test/emails), crisp-oss/email-reply-parser (lib/regex.ts, test/fixtures),
 * alfonsrv/mail-parser-reply (constants.py), mailgun/talon (quotations.py), and mail in the archives of Linux' lists.
 * Forwards: crisp-oss/email-forward-parser (lib/parser.js, test/fixtures/gmail_*).
 */
export const GMAIL = program({
  name: "Gmail",
  dateLabels: "dated",
  wrote: `
en | On {date} at {time} {name} <{address}> [wrote]:
en | On {date}, {time} {name}, <{address}> [wrote]:
de | Am {date} um {time} Uhr [schrieb] {name} <{address}>:
de | {name} <{address}> [schrieb] am {date} um {time} Uhr:
fr | Le {date} à {time}, {name} <{address}> [a écrit] :
es | El {date} a las {time}, {name} (<{address}>) [escribió]:
it | Il giorno {date} alle ore {time} {name} <{address}> [ha scritto]:
pt | Em {date} às {time}, {name} <{address}> [escreveu]:
pt | {name} <{address}> [escreveu] (segunda, {date} à(s) {time}):
nl | Op {date} om {time} [schreef] {name} <{address}>:
sv | Den {date} kl {time} [skrev] {name} <{address}>:
da | Den {date} kl. {time} [skrev] {name} <{address}>:
nb | {date} kl. {time} [skrev] {name} <{address}>:
fi | {date} klo {time} {name} ({address}) [kirjoitti]:
pl | {date} o {time} {name} <{address}> [napisał(a)]:
cs | {date} v {time} odesílatel {name} <{address}> [napsal]:
sk | {date} o {time} {name} <{address}> [napísal(a)]:
hu | {name} <{address}> ezt [írta] (időpont: {date}, {time}):
ro | {date} la {time}, {name} <{address}> [a scris]:
ru | {date} в {time}, {name} <{address}>:
uk | {date} о {time} {name} <{address}> [пише]:
bg | На {date} в {time} {name} <{address}> [написа]:
sr | {date} у {time} {name} <{address}> је [написао/ла]:
hr | {date} u {time} {name} <{address}> [napisao] je:
sl | V V {date} ob {time} je oseba {name} <{address}> [napisala]:
el | Στις {date} στις {time}, ο χρήστης {name} <{address}> [έγραψε]:
tr | {name} <{address}>, {date}, {time} tarihinde şunu [yazdı]:
he | בתאריך {date} ב-{time} מאת {name} <{address}>:
ar | في {date} {time} تمت [كتابة] ما يلي بواسطة {name} <{address}>:
fa | در تاریخ {date} ساعت {time} {name} <{address}> [نوشت]:
hi | {date} को {time} बजे को {name} <{address}> ने [लिखा]:
bn | {date} {time} তারিখে {name} <{address}> [লিখেছেন]:
ta | {date}, {time} அன்று, {name} <{address}> [எழுதியது]:
th | ในวันที่ {date} เวลา {time} {name} <{address}> [เขียนว่า]:
vi | Vào {date} vào lúc {time} {name} <{address}> [đã viết]:
id | Pada {date} pukul {time} {name} <{address}> [menulis]:
ms | Pada {date} pada {time} {name} <{address}> [menulis]:
ja | {date} {time} {name} <{address}>:
ko | {date} {time}, {name} <{address}>님이 [작성]:
zh | {name} <{address}> 于{date} {time}[写道]：
zh | {name} <{address}> 於 {date} {time} [寫道]：
et | {name} (<{address}>) [kirjutas] kuupäeval {date} kell {time}:
lv | {date}, plkst. {time} — lietotājs {name} (<{address}>) [rakstīja]:
lt | {date}, {time} {name} <{address}> [rašė]:
ca | [Missatge de] {name} <{address}> del dia {date} a les {time}:
`,
  markers: `
en | Original Message | Forwarded message
`,
  labels: `
en | From | Date | To | Subject | Cc
cs | Od | Date | To | Subject | Cc
da | Fra | Date | To | Subject | Cc
de | Von | Date | To | Subject | Cc
es | De | Date | To | Subject | Cc
et | Saatja | Date | To | Subject | Cc
fi | Lähettäjä | Date | To | Subject | Cc
fr | De | Date | To | Subject | Cc
hr | Šalje | Date | To | Subject | Cc
hu | Feladó | Date | To | Subject | Cc
it | Da | Date | To | Subject | Cc
nl | Van | Date | To | Subject | Cc
nb | Fra | Date | To | Subject | Cc
pl | Od | Date | To | Subject | Cc
pt | De | Date | To | Subject | Cc
ro | De la | Date | To | Subject | Cc
ru | От | Date | To | Subject | Cc
sk | Od | Date | To | Subject | Cc
sv | Från | Date | To | Subject | Cc
tr | Gönderen | Date | To | Subject | Cc
uk | Від | Date | To | Subject | Cc
`,
});
