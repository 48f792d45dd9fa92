import { type Program, program } from "./program.ts";

/**
 * Programs with few rows. Seen in: (t) mailgun/talon, quotations.py; (d) discourse/email_reply_trimmer, lib and test/emails;
 * (c) crisp-oss/email-reply-parser, lib/regex.ts and test/fixtures; (f) crisp-oss/email-forward-parser, lib/parser.js and
 * test/fixtures; (m) alfonsrv/mail-parser-reply, constants.py; (l) mail in the archives of Linux' lists; (i) issues of
 * mail parsers; (k) known from the program's own mail, no public file found.
 */
export const OTHERS: Program[] = [
  // (c) email_danish_dash_separator, (t), (k)
  program({
    name: "Samsung Mail",
    dateLabels: "dated",
    markers: `
en | Original message
da | Oprindelig besked
de | Ursprüngliche Nachricht
fr | Message d'origine
es | Mensaje original
it | Messaggio originale
pt | Mensagem original
nl | Oorspronkelijk bericht
sv | Originalmeddelande
nb | Opprinnelig melding
fi | Alkuperäinen viesti
pl | Oryginalna wiadomość
cs | Původní zpráva
sk | Pôvodná správa
hu | Eredeti üzenet
ro | Mesaj original
ru | Исходное сообщение
uk | Вихідне повідомлення
tr | Orijinal mesaj
el | Αρχικό μήνυμα
ko | 원본 이메일
zh | 原始邮件
`,
    labels: `
da | Fra | Dato | Til | Emne | Cc
de | Von | Datum | An | Betreff | Cc
en | From | Date | To | Subject | Cc
`,
  }),
  // (k): web.de and GMX write the same block
  program({ name: "GMX and web.de", dateLabels: "sent", labels: "de | Von | Gesendet | An | Betreff | Cc" }),
  // (d) ---- On ... wrote ----; (c) email_zoho
  program({
    name: "Zoho Mail",
    dateLabels: "dated",
    wrote: `
en | ---- On {date} {time} {name} <{address}> [wrote] ----
en | ---- On {date} {time} {name}<{address}> [wrote] ---
`,
  }),
  // (k), (d) as "Original Message" with U+2010 around it
  program({
    name: "Proton Mail",
    dateLabels: "dated",
    wrote: `
en | On {date} at {time}, {name} <{address}> [wrote]:
de | Am {date} um {time} [schrieb] {name} <{address}>:
fr | Le {date} à {time}, {name} <{address}> [a écrit] :
`,
    markers: "en | Original Message",
  }),
  // (l)
  program({ name: "Fastmail", dateLabels: "dated", wrote: "en | On {date}, at {time}, {name} [wrote]:" }),
  // (l) -----"Name" <address> wrote: -----, then To, From, Date, Subject
  program({
    name: "Lotus and HCL Notes",
    dateLabels: "dated",
    wrote: `
en | -----{name} <{address}> [wrote]: -----
de | -----{name} <{address}> [schrieb]: -----
fr | -----{name} <{address}> [a écrit] : -----
`,
  }),
  // (k)
  program({
    name: "Mail.ru",
    dateLabels: "dated",
    wrote: `
ru | {date}, {time} +03:00 от {name} <{address}>:
en | {date} {time} +03:00 from {name} <{address}>:
`,
    markers: "ru | Исходное сообщение | Пересылаемое сообщение;Пересланное сообщение",
  }),
  // (k)
  program({
    name: "Yandex Mail",
    dateLabels: "dated",
    wrote: `
ru | {date}, {time}, "{name}" <{address}>:
en | {date}, {time}, "{name}" <{address}>:
`,
    markers: "ru | | Пересылаемое сообщение;Конец пересылаемого сообщения",
  }),
  // (l), (i): a frame of 18 dashes
  program({
    name: "QQ Mail",
    dateLabels: "sent",
    markers: `
zh | 原始邮件
en | Original
`,
    labels: `
zh | 发件人 | 发送时间 | 收件人 | 主题 | 抄送
en | From | Date | To | Subject | Cc
`,
  }),
  // (i), (k): At 2026-11-27 ..., "x" <x> wrote; its phone app frames a table
  program({
    name: "NetEase Mail (163, 126)",
    dateLabels: "dated",
    wrote: `
en | At {date} {time}, "{name}" <{address}> [wrote]:
zh | 在 {date} {time}，"{name}" <{address}> [写道]：
`,
    markers: `
zh | 回复的原邮件;原邮件;原始邮件 | 转发的邮件
en | Replied Message
`,
    labels: `
zh | 发件人 | 日期;发送日期 | 收件人;发送至 | 主题 | 抄送人;抄送至
`,
  }),
  // (k)
  program({
    name: "Naver and Daum",
    dateLabels: "dated",
    markers: "ko | 원본 메일;원본 메시지",
    labels: "ko | 보낸사람;보낸이 | 날짜;보낸시간;보낸날짜 | 받는사람;받는이 | 제목 | 참조",
  }),
  // (c) "said:", humanmade/Falcon; Spark and Airmail put a comma behind the address
  program({
    name: "Airmail, Spark and Sparrow",
    dateLabels: "dated",
    wrote: `
en | On {date}, at {time}, {name} <{address}> [said]:
en | On {date}, {time} +0100, {name} <{address}>, [wrote]:
en | On {date} at {time}, {name} <{address}> [writes]:
en | On {date} at {time}, {name} <{address}> [says]:
`,
  }),
  // (k)
  program({
    name: "eM Client, Windows Mail, BlackBerry",
    dateLabels: "sent",
    markers: `
en | Original Message
de | Originalnachricht
fr | Message d'origine;Message original
es | Mensaje original
`,
    labels: `
en | From | Sent | To | Subject | Cc
de | Von | Gesendet | An | Betreff | Cc
`,
  }),
  // (l)
  program({
    name: "Mutt, Evolution, KMail, Claws",
    dateLabels: "dated",
    wrote: `
en | On {date} at {time} +0100, {name} [wrote]:
en | On {date} {time} CET {name} [wrote]:
en | On {date} {time} +0100 {name} <{address}> [wrote]:
de | Am {date}, dem {date} um {time} +0100 [schrieb] {name}:
`,
  }),
  // (k): Superhuman sets blanks into the brackets, Front leaves the brackets out
  program({
    name: "Superhuman, Front, Missive, Hey",
    dateLabels: "dated",
    wrote: `
en | On {date} at {time}, {name} < {address} > [wrote]:
en | On {date}, {time} EST {address} [wrote]:
en | On {date}, {name} <{address}> [wrote]:
`,
  }),
  // (f) fixtures of HubSpot and MailMate
  program({
    name: "HubSpot and MailMate",
    dateLabels: "dated",
    markers: `
en | | Forwarded message
de | | Weitergeleitete Nachricht
es | | Mensaje reenviado
fi | | Edelleenlähetetty viesti
fr | | Message transféré
it | | Messaggio inoltrato
ja | | メッセージを転送;転送メッセージ
nl | | Doorgestuurd bericht
pl | | Wiadomość przesłana dalej
pt | | Mensagem encaminhada
sv | | Vidarebefordrat meddelande
`,
    labels: "ja | 送信元 | 日付 | 送信先 | 件名 | CC",
  }),
  // (c) email_9
  program({
    name: "Orange",
    dateLabels: "sent",
    labels: `
fr | De | Message du | À;A | Objet;Sujet | Copie à
`,
  }),
  // (d), (m): forms of older versions that still come in
  program({
    name: "Older versions",
    dateLabels: "dated",
    wrote: `
fr | Le {date}, {name} [nous a dit]:
ru | {date} пользователь {name} [написал]:
ko | {date} {time} {name}님이 [쓴 글]:
ja | {date} {time}、{name} さんは[書きました]:
ja | {date} {name} [のメッセージ]:
uk | {date} {time} {name} [написала]:
ru | {date} {time} {name} [написала]:
pl | {date} {time} {name} [napisała]:
da | Den {date} {time} [skrev] {name} følgende:
`,
    markers: `
zh | 原始信件 | 转发的邮件;轉寄郵件
id | Pesan asli
he | הודעה מקורית
`,
  }),
];
