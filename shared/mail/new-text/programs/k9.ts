import { program } from "./program.ts";

/** thunderbird/thunderbird-android: values-LOCALE/strings.xml, message_compose_reply_header_fmt_with_date and
 * message_compose_quote_header_*. */
export const K9 = program({
  name: "K-9 Mail and Thunderbird for Android",
  dateLabels: "sent",
  wrote: `
en | On {date} {time}, {name} [wrote]:
de | Am {date} {time} [schrieb] {name}:
fr | Le {date} {time}, {name} [a écrit] :
es | El {date} {time}, {name} [escribió]:
it | Il {date} {time}, {name} [ha scritto]:
pt | Em {date} {time}, {name} [escreveu]:
pt | A {date} {time}, {name} [escreveu]:
nl | {name} [schreef] op {date} {time}:
sv | Den {date} {time}, {name} [skrev]:
da | Den {date} {time}, {name} [skrev]:
nb | Den {date} {time}, [skrev] {name}:
nn | Den {date} {time}, [skreiv] {name}:
fi | {date} {time} {name} [kirjoitti]:
pl | Dnia {date} {time}, {name} [napisał/a]:
cs | {date} {time}, {name} [napsal]:
sk | Dňa {date} {time} používateľ {name} [napísal]:
hu | Ekkor: {date} {time}, {name} [írta]:
ro | În {date} {time}, {name} [a scris]:
ru | {date} {time}, {name} [пишет]:
uk | {date} {time}, {name} [пише]:
bg | На {date} {time}, {name} [написа]:
sr | Дана {date} {time}, {name} [написа]:
bs | Dana {date} {time}, {name} [je napisao]:
sl | Dne {date} {time}, {name} [sporoča]:
el | Στις {date} {time}, ο/η {name} [έγραψε]:
tr | {date} {time} tarihinde {name} [yazdı]:
he | ב {date} {time}, {name} [כתב]:
ar | بتاريخ {date} {time}، {name} [الرسالة]:
fa | در {date} {time}، {name} [نوشت]:
hi | {date} {time} को, {name} [ने लिखा]:
ta | {date} {time}, {name} [எழுதப்பட்டது]:
vi | Vào {date} {time}, {name} [đã viết]:
id | Pada {date} {time}, {name} [menulis]:
ja | {date} {time}、{name} より:
zh | 于 {date} {time}，{name} [写道]：
zh | 於 {date} {time}，{name} [寫到]：
et | {date} {time}, {name} [kirjutas]:
lv | Datumā {date} {time}, {name} [rakstīja]:
lt | {date} {time}, {name} [parašė]:
is | Þann {date} {time}, [skrifaði] {name}:
ca | El {date} {time}, {name} [ha escrit]:
eu | {date} {time}-(e)an, {name}-(e)k [hau idatzi zuen]:
gl | No {date} {time}, {name} [escribeu]:
ka | თარიღში{date} {time}, {name} [დაწერა]:
hy | {date} {time}֊ին, {name} [գրել է]՝
sq | Më {date} {time}, {name} [shkroi]:
cy | Ar {date} {time}, [ysgrifennodd] {name}:
ga | Ar {date} {time}, [scríobh] {name}:
`,
  markers: `
en | Original Message
de | Ursprüngliche Nachricht
fr | Courriel initial
es | correo original
it | Messaggio originale
pt | Mensagem original
pt | Mensagem Original
nl | Origineel bericht
sv | Originalmeddelande
da | Original besked
nb | Original Melding
nn | Opphavleg melding
fi | Alkuperäinen viesti
pl | Wiadomość oryginalna
cs | Původní zpráva
sk | Pôvodná správa
hu | Eredeti üzenet
ro | Mesaj Original
ru | Исходное сообщение
uk | Оригінальне Повідомлення
bg | Оригинално Писмо
sr | Оригинална порука
hr | Originalna Poruka
bs | Originalna Poruka
sl | Izvirno sporočilo
el | Πρωτότυπο μήνυμα
tr | Özgün İleti
he | הודעה מקורית
ar | الرسالة الأصلية
fa | پیام نخستین
hi | पुराना मैसेज
ta | உண்மை தகவல்
vi | Thư gốc
id | Pesan Orisinal
ja | 元メール
ko | 원본 메시지
zh | 原始邮件
zh | 原始郵件
et | Algne kiri
lv | Sākotnējā ziņa
lt | Originalus tekstas
is | Upprunaleg skilaboð
ca | Missatge Original
eu | Jatorrizko mezua
gl | Mensaxe Orixianl
ka | საწყისი მესიჯი
hy | Նախորդ հաղորդագրութիւնը
sq | Mesazhi Origjinal
cy | Neges Wreiddiol
ga | Bunteachtaireacht
be | Зыходны ліст
`,
  labels: `
en | From | Sent | To | Subject | Cc
de | Von | Gesendet | An | Betreff | CC
fr | De | Envoyé | À | Objet | Cc
es | De | Enviado | Para | Asunto | Cc
it | Da | Inviato il | A | Oggetto | Cc
pt | De | Enviado | Para | Assunto | Cc
nl | Van | Verzonden | Aan | Onderwerp | Cc
sv | Från | Skickat | Till | Ämne | Kopia
da | Fra | Sendt | Til | Emne | Cc
nb | Fra | Sendt | Til | Emne | Kopi
nn | Frå | Sendt | Til | Emne | Kopi
fi | Lähettäjä | Lähetetty | Vastaanottaja | Aihe | Kopio
pl | Od | Wysłane | Do | Temat | DW
cs | Odesílatel | Odesláno | Komu | Předmět | Kopie
sk | Od | Odoslané | Komu | Predmet | Kópia
hu | Feladó | Elküldve | Címzett | Tárgy | Másolat
ro | De la | Trimis | La | Subiect | Cc
ru | От | Отправлено | Кому | Тема | Копия
uk | Від | Надіслано | Кому | Тема | Копія
bg | От | Изпрати до | До | Тема | Копие
sr | Од | Послато | За | Тема | Копија
hr | Od | Poslano | Za | Subject | Cc
bs | Od | Poslano | Za | Tema | Cc
sl | Od | Poslano | Za | Zadeva | Kp
el | Από | Αποστολή | Προς | Θέμα | Κοιν
tr | Kimden | Gönderilme | Kime | Konu | Cc
he | מאת | נשלח | אל | נושא | עותק
ar | مِن | المُرسل | إلى | الموضوع | نسخة كربونية
fa | از | ارسال | به | موضوع | رونوشت به
hi | से | तारीख | को | सबजेक्ट | सीसी
bn | থেকে | পাঠানো হয়েছে | প্রতি | বিষয় | সিসি
ta | அனுப்புநர் | அனுப்பியது | பெறுநர் | பொருள் | நகல்
vi | Từ | Đã gửi | Tới | Chủ đề | Cc
id | Dari | Terkirim | Kepada | Subjek | Cc
ja | 差出人 | 送信日 | 宛先 | 件名 | Cc
ko | 보낸 사람 | 보낸 날짜 | 받는 사람 | 제목 | 참조
zh | 发件人 | 发送时间 | 收件人 | 主题 | 抄送
zh | 寄件者 | 寄送日期 | 收件者 | 主旨 | 副本
et | Kellelt | Saadetud | Kellele | Teema | Koopia
lv | Kas | Nosūtīts | Kam | Temats | Cc
lt | Nuo | Išsiųsta | Kam | Tema | Cc
is | Frá | Sent | Til | Viðfangsefni | Afrit
ca | De | Enviat | A | Assumpte | A/c
eu | Nork | Bidalita | Nori | Gaia | Cc
gl | Dende | Enviado | Para | Asunto | CC
ka | ვისგან | გაიგზავნა | ვის | საგანი | ასლი
hy | Ումից | Ուղարկուած | Ում | Վերնագիր | Cc
sq | Nga | Dërguar më | Për | Subjekt | Cc
cy | Oddi wrth | Anfonwyd | At | Pwnc | Cc
ga | Ó | Seolta | Chuig | Ábhar | Cc
be | Ад | Адпраўлена | Каму | Тэма | Копія
`,
});
