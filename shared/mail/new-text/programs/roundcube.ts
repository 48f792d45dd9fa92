import { program } from "./program.ts";

/** roundcube/roundcubemail: program/localization/LOCALE/labels.inc and messages.inc (mailreplyintro, originalmessage,
 * from, date, to, subject, cc, replyto). */
export const ROUNDCUBE = program({
  name: "Roundcube",
  dateLabels: "dated",
  wrote: `
en | On {date} {time}, {name} [wrote]:
de | Am {date} {time}, [schrieb] {name}:
fr | Le {date} {time}, {name} [a écrit] :
es | El {date} {time}, {name} [escribió]:
it | Il {date} {time} {name} [ha scritto]:
pt | Em {date} {time}, {name} [escreveu]:
pt | A {date} {time}, {name} [escreveu]:
nl | Op {date} {time}, [schreef] {name}:
nl | {name} [schreef] op {date} {time}:
sv | {date} {time} [skrev] {name}:
da | {name} [skrev] den {date} {time}:
nb | Den {date} {time}, [skrev] {name}:
nn | Den {date} {time} [skreiv] {name}:
fi | {name} [kirjoitti] {date} {time}:
pl | W dniu {date} {time}, {name} [napisał(a)]:
cs | Dne {date} {time}, {name} [napsal]:
sk | Dňa {date} {time} {name} [napísal(a)]:
hu | {date} {time} időpontban {name} ezt [írta]:
ro | În {date} {time}, {name} [a scris]:
ru | {name} [писал(а)] {date} {time}:
uk | {date} {time}, {name} [написав]:
bg | На {date} {time}, {name} [написа]:
sr | Дана {date} {time}, {name} [написа]:
hr | Dana {date} {time}, {name} [je napisao(la)]:
bs | {date} {time}, {name} [je napisao/la]:
sl | {date} {time}, je {name} [napisal]
el | Στις {date} {time}, {name} [έγραψε]:
tr | {date} {time}, {name} [yazmış]:
he | :[כתב] {name}, {date} {time} בתאריך
ar | [كتب] {name} في {date} {time}:
fa | در {date} {time}، {name} [نوشته است]:
mr | {date} {time} या दिवशी {name} [ने लिहीले] :
vi | Vào ngày {date} {time}, {name} [viết]:
id | Pada {date} {time}, {name} [menulis]:
ms | Pada {date} {time}, {name} [menulis]
ja | {date} {time} に {name} [さんは書きました]:
ko | {date} {time}에 {name}[이(가) 쓴 내용]:
zh | 在 {date} {time}，{name} [写道]：
zh | {name} 於 {date} {time} [寫到]:
et | {date} {time} [kirjutas] {name}:
lv | {name} @ {date} {time} [rakstīja]:
lt | {date} {time}, {name} [rašė]:
is | Þann {date} {time}, [skrifaði] {name}:
ca | El {date} {time}, {name} [va escriure]:
eu | {date} {time} egunean, {name}-(e)k [idatzi du]:
gl | O {date} {time}, {name} [escribiu]:
ka | {date} {time}-ში, {name} [დაწერა]:
hy | {date} {time}-ին, {name}-ը [գրեց].
sq | Më {date} {time}, {name} [shkroi]:
cy | Ar {date} {time}, [ysgrifennodd] {name}:
ga | Ar an {date} {time}, [scríobh] {name}:
be | {name} [напісаў] {date} {time}:
az | {date} {time} tarixdə, {name} [yazıb]:
uz | {name} [yozgan] kun {date} {time}:
`,
  markers: `
en | Original Message
de | Originalnachricht
fr | Courriel original
es | Mensaje original
es | Mensaje Original
it | Messaggio originale
pt | Mensagem original
nl | Orgineel bericht
nl | Oorspronkelijke bericht
sv | Ursprungligt meddelande
da | Original besked
nb | Opprinnelig melding
nn | Opphavleg melding
fi | Alkuperäinen viesti
pl | Wiadomość oryginalna
cs | Původní zpráva
sk | Pôvodná správa
hu | Eredeti üzenet
ro | Mesaj original
ru | Исходное сообщение
uk | Оригінальне повідомлення
bg | Оригинално писмо
sr | Оригинална порука
hr | Izvorna poruka
bs | Originalna poruka
sl | Izvorno sporočilo
el | Αρχικό μήνυμα
tr | Özgün ileti
he | הודעה מקורית
ar | الرسالة الأساسية
fa | پیام اصلی
mr | खरा संदेश
th | ข้อความเดิม
vi | Thư gốc
id | Pesan Asli
ms | Mesej Asal
ja | 元のメッセージ
ko | 원본 메시지
zh | 原始邮件
zh | 原始郵件
et | Esialgne kiri
lv | Sākotnējā vēstule
lt | Originalus laiškas
is | Upprunaleg skilaboð
ca | Missatge Original
eu | Jatorrizko mezua
gl | Mensaxe orixinal
ka | ორიგინალი შეტყობინება
hy | Առաջին հաղորդագրությունը
sq | Mesazhi Origjinal
cy | Neges Wreiddiol
ga | An teachtaireacht bhunaidh
be | Арыгінальнае паведамленне
mk | Оригинална порака
az | Orijinal məktub
uz | Asl xat
`,
  labels: `
en | From | Date | To | Subject | Cc;Reply-To
en | From | Date | To | Subject | Copy;Reply-To
de | Von | Datum | An | Betreff | Kopie (CC);Antwort an
de | Von | Datum | An | Betreff | Kopie;Antwort an
fr | De | Date | À | Objet | Cc;Répondre à
es | De | Fecha | Para | Asunto | Cc;Responder a
es | Remitente | Fecha | Destinatario | Asunto | Copia;Responder a
es | De | Fecha | Destinatario | Asunto | Cc;Responder a
it | Mittente | Data | Destinatario | Oggetto | Cc;Rispondi a
pt | De | Data | Para | Assunto | Cópia;Responder para
pt | De | Data | Para | Assunto | Cc;Responder a
nl | Van | Datum | Aan | Onderwerp | Cc;Antwoorden aan
nl | Afzender | Datum | Ontvanger | Onderwerp | Kopie;Antwoord-aan
sv | Från | Datum | Mottagare | Ämne | Kopia;Svar till
da | Afsender | Dato | Modtager | Emne | Cc;Svar til
nb | Avsender | Dato | Mottaker | Emne | Kopi til;Svar til
nn | Frå | Dato | Til | Emne | Kopi til;Svar til
fi | Lähettäjä | Päiväys | Vastaanottaja | Aihe | Kopio;Vastaus osoitteeseen
pl | Od | Data | Do | Temat | Kopia;Odpowiedź do
cs | Odesílatel | Datum | Adresát | Předmět | Kopie;Odpověď na
sk | Od | Dátum | Komu | Predmet | Kópia;Odpovedať na
hu | Feladó | Dátum | Címzett | Tárgy | Másolat;Válaszcím
ro | Expeditor | Data | Destinatar | Subiect | Copie (CC);Răspunde la
ru | От | Дата | Кому | Тема | Копия;Ответить
uk | Від кого | Дата | Кому | Тема | Копія;Зворотня адреса
bg | От | Дата | До | Заглавие | Копие до;Отговор до
sr | Од | Датум | За | Наслов | Цц;Одговори
hr | Od | Datum | Za | Naslov | Cc;Odgovori
bs | Od | Datum | Za | Naslov | Cc;Reply-To adresa
sl | Od | Datum | Za | Zadeva | Kp;Odgovor na
el | Αποστολέας | Ημερομηνία | Παραλήπτης | Θέμα | Κοινοποίηση;Απάντηση στο
tr | Gönderici | Tarih | Alıcı | Konu | Kopya;Yanıt adresi
he | מאת | תאריך | אל | נושא | לידיעה;כתובת למענה
ar | المرسل | التاريخ | المستقبل | الموضوع | نسخة إلي;الرد إلى
ar | المرسل | التاريخ | المستقبل | الموضوع | نسخة;الرد إلى
fa | ارسال کننده | تاريخ | ګيرينده | مضمون | تکثیر;جواب نامه
fa | از | تاریخ | به | موضوع | رونوشت;پاسخ-به
hi | भेजने वाला | तारीख | पाने वाला | विशय | कार्बन;जवाब यहाँ
bn | প্রেরক | তারিখ | প্রাপক | বিষয় | অনুলিপির ঠিকানা;উত্তর পাঠানোর ঠিকানা
ta | அனுப்புனர் | தேதி | பெறுனர் | தலைப்பு | நகல்;பதிலளி
mr | प्रेषक | दिनांक | प्रती | विषय | प्रत;यास उत्तर द्या
th | ผู้ส่ง | วันที่ | ผู้รับ | หัวจดหมาย | คัดลอก;ตอบกลับ
vi | Gửi từ | Ngày | Người nhận | Tiêu đề | Đồng kính gửi;Trả lời cho
id | Pengirim | Tanggal | Penerima | Judul | Lampiran;Balas kepada
ms | Daripada | Tarikh | Kepada | Subjek | Cc;Balasan Kepada
ja | 発信者 | 日付 | 宛先 | 件名 | 写し(Cc);返信先
ko | 보낸 사람 | 날짜 | 받는 사람 | 제목 | 참조;회신 주소
zh | 发件人 | 日期 | 收件人 | 主题 | 抄送;回复至
zh | 寄件者 | 日期 | 收件者 | 主旨 | 副本;回覆至
et | Saatja | Kuupäev | Saaja | Pealkiri | Koopia;Vastus aadressile
lv | No | Datums | Kam | Temats | Cc;Atbildēt-Uz
lt | Siuntėjas | Data | Gavėjas | Tema | Kopija;Atsakymą gaus
is | Frá | Dagsetning | Til | Titill | Afrit;Svar til
ca | Remitent | Data | Destinatari | Assumpte | Cc;Respon a
eu | Nork | Data | Nori | Gaia | Kopia;Erantzun honi
gl | De | Data | Para | Asunto | CC;Responder a
ka | გამგზავნი | თარიღი | ვის | სათაური | ასლი;პასუხი
hy | Ուղարկող | Ամսաթիվ | Ստացող | Վերնագիր | Cc;Reply-To
sq | Nga | Datë | Për | Subjekt | Cc;Përgjigjuni-Te
cy | Oddi wrth | Dyddiad | Derbyniwr | Pwnc | Copi;Ateb-I
ga | Seolaí | Dáta | Chuig | Ábhair | Cc;Freagair go
be | Ад | Дата | Каму | Тэма | Копія;Адказаць-на
mk | Од | Датум | Примач | Наслов | Копирај;Препрати на
az | Kimdən | Tarix | Kimə | Mövzu | Nüsxə;Cavabla
uz | Kimdan | Sana | Kimga | Mavzu | Nusxasi;Javob berish
`,
});
