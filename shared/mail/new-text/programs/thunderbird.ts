import { program } from "./program.ts";

/** thunderbird/thunderbird-l10n: LOCALE/mail/chrome/messenger/messengercompose/composeMsgs.properties
 * (reply_header_ondateauthorwrote, reply_header_originalmessage, forward_header_originalmessage) and mime.properties
 * (1009, 1007, 1012, 1000, 1013, 1010). */
export const THUNDERBIRD = program({
  name: "Thunderbird",
  dateLabels: "dated",
  wrote: `
en | On {date} {time}, {name} [wrote]:
en | {name} [wrote] on {date} {time}:
de | Am {date} um {time} [schrieb] {name}:
de | {name} [schrieb] am {date} um {time}:
fr | Le {date} à {time}, {name} [a écrit] :
fr | {name} [a écrit] le {date} à {time} :
es | El {date} a las {time}, {name} [escribió]:
es | {name} [escribió] el {date} a las {time}:
es | En {date} {time}, {name} [escribió]:
es | {name} [escribió] el {date} {time}:
it | Il {date} {time}, {name} [ha scritto]:
it | {name} [ha scritto] il {date} alle {time}:
pt | Em {date} {time}, {name} [escreveu]:
pt | {name} [escreveu] em {date} {time}:
pt | Às {time} de {date}, {name} [escreveu]:
pt | {name} [escreveu] às {time} de {date}:
nl | Op {date} om {time} [schreef] {name}:
nl | {name} [schreef] op {date} om {time}:
sv | Den {date} kl. {time}, [skrev] {name}:
sv | {name} [skrev] den {date} kl. {time}:
da | Den {date} kl. {time} [skrev] {name}:
da | {name} [skrev] den {date} kl. {time}:
nb | Den {date} {time}, [skrev] {name}:
nb | {name} [skrev] den {date} {time}:
nn | Den {date} {time}, [skreiv] {name}:
nn | {name} [skreiv] den {date} {time}:
fi | {name} [kirjoitti] {date} klo {time}:
fi | {name} [kirjoitti] {date} {time}:
pl | W dniu {date} o {time}, {name} [pisze]:
cs | Dne {date} v {time} {name} [napsal(a)]:
cs | {name} [napsal(a)] dne {date} v {time}:
sk | Dňa {date} o {time} {name} [napísal(a)]:
sk | {name} [napísal(a)] dňa {date} o {time}:
hu | {date} {time} keltezéssel, {name} [írta]:
hu | {name} [írta] {date} {time} dátummal:
ro | La {date} {time}, {name} [a scris]:
ro | {name} [a scris] la {date} {time}:
ru | {date} {time}, {name} [пишет]:
ru | {name} [пишет] {date} {time}:
uk | {date} {time}, {name}:
uk | {name} [пише] {date} {time}:
bg | На {date} в {time}, {name} [написа]:
bg | {name} [написа] на {date} в {time}:
sr | Дана {date} у {time}, {name} [пише]:
hr | {date} u {time}, {name} [piše]:
hr | {name} [napisao je] {date} u {time}:
bs | {date} u {time}, {name} [je napisao/la]:
bs | {name} [napisao je] {date} u {time}:
sl | {name} je {date} ob {time} [napisal]:
el | Στις {date} {time}, ο/η {name} [έγραψε]:
el | Ο/Η {name} [έγραψε] στις {date} {time}:
tr | {date} {time} tarihinde {name} [yazdı]:
tr | {name}, {date} {time} tarihinde [yazdı]:
he | [נכתב על ידי] {name}, ב־{date} בשעה {time}:
ar | على {date} {time}، [كتب] {name}:
ar | [كتب] {name} على {date} {time}:
th | เมื่อ {date} เวลา {time} {name} [เขียนว่า]:
th | {name} [เขียนเมื่อ] {date} เวลา {time} ว่า:
vi | Vào lúc {time} {date}, {name} [đã viết]:
vi | {name} [đã viết] vào lúc {time} {date}:
id | Pada {date} {time}, {name} [menulis]:
id | {name} [menulis] di {date} {time}:
ms | Pada {date} {time}, {name} [membalas]:
ms | {name} [membalas] pada {date} {time}:
ko | {date} {time}에 {name} 이(가) [쓴 글]:
ko | {name} 이(가) {date} {time} 에 [쓴 글]:
zh | 在 {date} {time}, {name} [写道]:
zh | {name} [写于] {date} {time}:
zh | {name} 於 {date} {time} [寫道]:
et | {date} {time} {name} [kirjutas]:
et | {name} [kirjutas] {date} {time}:
lv | {date} {time} {name} [rakstīja]:
lv | {name} {date} {time} [rakstīja]:
lt | {date} {time}, {name} [rašė]:
lt | {name} [rašė] {date} {time}:
is | Þann {date} {time}, [skrifaði] {name}:
is | {name} [skrifaði] þann {date} {time}:
ca | El {date} a les {time}, {name} [ha escrit]:
ca | {name} [ha escrit] el {date} a les {time}:
eu | {date} {time}(e)an, {name} [igorleak idatzi zuen]:
eu | {name} igorleak {date} {time}(e)an [idatzi zuen]:
gl | O {date} ás {time}, {name} [escribiu]:
gl | {name} [escribiu] o {date} ás {time}:
ka | თარიღი {date} {time}, {name} [წერს]:
hy | {date} {time}-ին {name}ը [գրել է].
sq | Më {date}, {time}, {name} [shkroi]:
sq | {name} [shkroi] më {date}, {time}:
cy | Ar {date} {time}, [ysgrifennodd] {name}:
cy | [Ysgrifennodd] {name} ar {date} {time}:
ga | Ar {date} {time}, [scríobh] {name}:
ga | [Scríobh] {name} ar {date} {time}:
be | {date} у {time} {name} [напісаў]:
be | {name} [напісаў] {date} у {time}:
uz | {date} {time}, {name} [da yozdi]:
uz | {name} {date} {time}[da yozdi]:
`,
  markers: `
en | Original Message | Forwarded Message
de | Original-Nachricht | Weitergeleitete Nachricht
fr | Message original | Message transféré
es | Mensaje original | Mensaje reenviado
it | Messaggio originale | Messaggio Inoltrato
pt | Mensagem original | Mensagem encaminhada
pt | Mensagem original | Mensagem reencaminhada
nl | Oorspronkelijk bericht | Doorgestuurd bericht
sv | Ursprungligt meddelande | Vidarebefordrat meddelande
da | Oprindelig meddelelse | Videresendt meddelelse
nb | Opprinnelig melding | Videresendt melding
nn | Opphavleg melding | Vidaresend melding
fi | Alkuperäinen viesti / Orig.Msg. | Välitetty viesti / Fwd.Msg
pl | Treść oryginalnej wiadomości | Treść przekazanej wiadomości
cs | Původní zpráva | Přeposlaná zpráva
sk | Pôvodná správa --- Original Message | Preposlaná správa --- Forwarded Message
hu | Eredeti üzenet | Továbbított üzenet
ro | Mesajul original | Mesaj redirecționat
ru | Исходное сообщение | Перенаправленное сообщение
uk | Початкове повідомлення | Переслане повідомлення
bg | Оригинално писмо | Препратено писмо
sr | Изворна порука | Прослеђена порука
hr | Izvorna poruka | Proslijeđena poruka
bs | Izvorna poruka | Proslijeđena poruka
sl | Izvirno sporočilo | Posredovano sporočilo
el | Αρχικό μήνυμα | Προωθημένο μήνυμα
tr | Özgün İleti | İletilen İleti
he | הודעה מקורית | הודעה שהועברה
ar | الرسالة الأصليَّة | رسالة ممرّرة
th | ข้อความต้นฉบับ | ข้อความที่ส่งต่อ
vi | Thư gốc | Tin nhắn đã được chuyển tiếp
id | Pesan Asli | Pesan Diteruskan
ms | Mesej Asal | Mesej Dikirim Semula
ja
ko | 원본 메시지 | 전달된 메시지
zh | 原始消息 | 转发的消息
zh | 原始郵件 | 轉寄郵件
et | Algne kiri | Edastatud kiri
lv | Sākotnējā vēstule | Pārsūtītā vēstule
lt | Originalus laiškas | Persiųstas laiškas
is | Upprunalegur póstur | Áframsendur póstur
ca | Missatge original | Missatge reenviat
eu | Jatorrizko mezua | Birbidalitako mezua
gl | Mensaxe orixinal | Mensaxe reenviada
ka | საწყისი წერილი | გადაგზავნილი წერილი
hy | Բնօրինակ նամակը | Փոխանցվող նամակը
sq | Mesazhi Origjinal | Mesazhi i Përcjellë
cy | Neges Wreiddiol | Neges Wreiddiol
ga | Teachtaireacht Bhunaidh | Teachtaireacht Ar Aghaidh
be | Зыходнае паведамленне | Перанакіраванае паведамленне
mk | Оригинална порака
uz | Asl xabar | Uzatilgan xabar
af | Oorspronklike boodskap
`,
  labels: `
en | From | Date | To | Subject | CC;Reply-To
de | Von | Datum | An | Betreff | Kopie (CC);Antwort an
fr | De | Date | Pour | Sujet | Copie à;Répondre à
es | De | Fecha | A | Asunto | CC;Responder-a:
es | De | Fecha | Para | Asunto | CC;Responder a
it | Mittente | Data | A | Oggetto | CC;Rispondi-a
pt | De | Data | Para | Assunto | CC;Responder a
pt | De | Data | Para | Assunto | CC;Responder-Para
nl | Van | Datum | Aan | Onderwerp | CC;Antwoord-naar
sv | Från | Datum | Till | Ämne | Kopia;Svar till
da | Fra | Dato | Til | Emne | Kopi til (CC);Svar-Til
nb | Fra | Dato | Til | Emne | CC;Svar-Til
nn | Frå | Dato | Til | Emne | CC;Svar-Til
fi | Lähettäjä | Päiväys | Vastaanottaja | Aihe | CC;Vastausosoite
pl | Nadawca | Data | Adresat | Temat | Kopia;Odpowiedź-Do
cs | Od | Datum | Komu | Předmět | Kopie;Adresa pro odpověď
sk | Od | Dátum | Pre | Predmet | Kópia;Odpovedať na
hu | Feladó | Dátum | Címzett | Tárgy | CC;Válaszcím
ro | de la | Dată | Către | Subiect | CC;Răspuns către
ru | От | Дата | Кому | Тема | Копия;Отвечать
uk | Від | Дата | Кому | Тема | CC;Відповісти
bg | От | Дата | До | Тема | CC;Отговор до
sr | Шаље | Датум | Прима | Тема | Коп;Одговор-за
hr | Šalje | Datum | Prima | Naslov | CC;Odgovori na
bs | Od | Datum | Za | Naslov | CC;Odgovori na
sl | Od | Datum | Za | Zadeva | Kp;Odgovori za
el | Από | Ημερομηνία | Προς | Θέμα | Κοιν.;Απάντηση
tr | Kimden | Tarih | Kime | Konu | CC;Reply-To
he | מאת | תאריך | אל | נושא | עותק;השב-אל
ar | مِن | التاريخ | إلى | الموضوع | CC;رُد إلى
th | จาก | วันที่ | ถึง | หัวเรื่อง | สำเนาถึง;ตอบกลับถึง
vi | Từ | Ngày | Tới | Tiêu đề | CC;Trả lời Tới
id | Dari | Tanggal | Kepada | Subjek | CC;Balas-Ke
ms | Daripada | Tarikh | Kepada | Subjek | CC;Balas-Kepada
ko | 보낸 사람 | 날짜 | 받는 사람 | 제목 | 참조;회신 주소
zh | 发件人 | 日期 | 收件人 | 主题 | 抄送;回复地址
zh | 從 | 日期 | 到 | 主旨 | 副本;回函地址
et | Saatja | Kuupäev | Saaja | Teema | Koopia;Vastamise aadress
lv | No | Datums | Uz | Temats | Kopija;Atbildēt uz
lt | Kas | Data | Kam | Tema | Kopija;Atgalinis adresas
is | Frá | Dagsetning | Til | Viðfangsefni | CC;Svar-Við
ca | De | Data | A | Assumpte | CC;Respon a
eu | Nork | Data | Nori | Gaia | CC;Erantzun-honi
gl | De | Data | Para | Asunto | CC;Responder a
ka | ვინ | თარიღი | ვის | თემა | ასლი;პასუხი
hy | Ումից | Ամսաթիվ | Ում | Վերնագիր | CC;Պատասխանել՝
sq | Nga | Datë | Për | Subjekt | CC;Përgjigj-Iu
cy | Oddi wrth | Dyddiad | At | Pwnc | CC;Ateb-At
ga | Ó | Dáta | Chuig | Ábhar | Cc;Freagra-Chuig
be | Ад | Дата | Да | Тэма | СА;Зваротны-Адрас
mk | Од | Датум | До | Тема | CC;Одговори на
uz | Jo‘natuvchi | Sana | Qabul qiluvchi | Mavzu | CC;Qabul qiluvchiga javob yozish
af | Van | Datum | Aan | Onderwerp | CC;Antwoord-aan
`,
});
