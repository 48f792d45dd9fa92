import { program } from "./program.ts";

/**
 * crisp-oss/email-forward-parser (lib/parser.js, test/fixtures/outlook_*, new_outlook_2019_*), alfonsrv/mail-parser-reply
 * (constants.py), discourse/email_reply_trimmer (lib, test/emails), mailgun/talon (quotations.py).
 */
export const OUTLOOK = program({
  name: "Outlook (Windows, Mac, web, phone)",
  dateLabels: "sent",
  wrote: `
en | On {date} {time}, "{name}" <{address}> [wrote]:
cs | Dne {date} {time}, {name} <{address}> [napsal(a)]:
da | Den {date} {time} [skrev] "{name}" <{address}>:
de | Am {date} {time} [schrieb] "{name}" <{address}>:
es | El {date} {time}, "{name}" <{address}> [escribió]:
fr | Le {date} {time}, « {name} » <{address}> [a écrit] :
fi | {name} <{address}> [kirjoitti] {date} {time}:
hu | {date} {time} időpontban {name} (<{address}>) ezt [írta]:
it | Il giorno {date} {time} "{name}" <{address}> [ha scritto]:
nl | Op {date} {time} heeft {name} <{address}> [geschreven]:
nb | {name} <{address}> [skrev] følgende den {date} {time}:
pl | Dnia {date} {time} „{name}” <{address}> [napisał]:
pt | Em {date} {time}, "{name}" <{address}> [escreveu]:
ru | {date} {time} пользователь "{name}" <{address}> [написал]:
sk | {date} {time} používateľ {name} (<{address}>) [napísal]:
sv | Den {date} {time} [skrev] "{name}" <{address}> följande:
tr | "{name}" <{address}>, {date} {time} tarihinde şunu [yazdı]:
`,
  markers: `
en | Original Message;Original Appointment
da | Oprindelig meddelelse
de | Ursprüngliche Nachricht;Originalnachricht
es | Mensaje original
fi | Alkuperäinen viesti
fr | Message d'origine
it | Messaggio originale
nl | Oorspronkelijk bericht
nb | Opprinnelig melding
pl | Oryginalna wiadomość
pt | Mensagem original
ru | Исходное сообщение;Оригинальное сообщение
sv | Ursprungligt meddelande
uk | Вихідне повідомлення
tr | Özgün İleti;Orijinal İleti
hu | Eredeti üzenet
cs | Původní zpráva
ja | 元のメッセージ
ko | 원본 메시지
zh | 邮件原件;原始郵件
`,
  labels: `
en | From | Sent | To | Subject | Cc;Bcc;Importance;Attachments
en | From | Date | To | Subject | Cc;Importance
cs | Od | Odesláno | Komu | Předmět | Kopie;Důležitost;Přílohy
cs | Od | Datum | Komu | Předmět | Kopie
da | Fra | Sendt | Til | Emne | Cc;Prioritet;Vedhæftede filer
da | Fra | Dato | Til | Emne | Cc
de | Von | Gesendet | An | Betreff | Cc;Wichtigkeit;Anlagen
de | Von | Datum | An | Betreff | Cc
es | De | Enviado el;Enviado | Para | Asunto | CC;Importancia;Datos adjuntos
es | De | Fecha | Para | Asunto | CC
fi | Lähettäjä | Lähetetty | Vastaanottaja | Aihe | Kopio;Tärkeys;Liitteet
fi | Lähettäjä | Päivämäärä | Vastaanottaja | Aihe | Kopio
fr | De | Envoyé | À | Objet | Cc;Importance;Pièces jointes
fr | De | Date | À | Objet | Cc
hu | Feladó | Elküldve | Címzett | Tárgy | Másolatot kap;Fontosság
hu | Feladó | Dátum | Címzett | Tárgy | Másolatot kap
it | Da | Inviato | A | Oggetto | Cc;Priorità;Allegati
it | Da | Data | A | Oggetto | Cc;Risposta
nl | Van | Verzonden | Aan | Onderwerp | CC;Urgentie;Bijlagen
nl | Van | Datum | Aan | Onderwerp | CC
nb | Fra | Sendt | Til | Emne | Kopi;Prioritet;Vedlegg
nb | Fra | Dato | Til | Emne | Kopi
pl | Od | Wysłano;Wysłane | Do | Temat | DW;Ważność;Załączniki
pl | Od | Data | Do | Temat | DW
pt | De | Enviada em;Enviado | Para | Assunto | Cc;Importância;Anexos
pt | De | Data | Para | Assunto | Cc
ro | De la | Trimis | Către | Subiect | Cc
ru | От | Отправлено | Кому | Тема | Копия;Важность;Вложения
ru | От | Дата | Кому | Тема | Копия
uk | Від | Надіслано | Кому | Тема | Копія
sk | Od | Odoslané | Komu | Predmet | Kópia
sk | Od | Dátum | Komu | Predmet | Kópia
sv | Från | Skickat | Till | Ämne | Kopia;Prioritet;Bilagor
sv | Från | Datum | Till | Ämne | Kopia
tr | Kimden;Gönderen | Gönderildi;Gönderme Tarihi | Kime | Konu | Bilgi;Önem
el | Από | Στάλθηκε;Απεσταλμένα | Προς | Θέμα | Κοιν.
he | מאת | נשלח | אל | נושא | עותק
ar | من | تم الإرسال;تاريخ الإرسال | إلى | الموضوع | نسخة
th | จาก | ส่งเมื่อ;ส่ง | ถึง | เรื่อง | สำเนาถึง
vi | Từ | Đã gửi;Ngày gửi | Đến;Tới | Chủ đề | Cc
id | Dari | Dikirim;Terkirim | Ke;Kepada | Subjek;Perihal | Cc
ja | 差出人 | 送信日時 | 宛先 | 件名 | CC;重要度;添付ファイル
ko | 보낸 사람 | 보낸 날짜 | 받는 사람 | 제목 | 참조;중요도
zh | 发件人 | 发送时间 | 收件人 | 主题 | 抄送;重要性;附件
zh | 寄件者 | 寄件日期 | 收件者 | 主旨 | 副本
bg | От | Изпратено | До | Относно;Тема | Копие
hr | Šalje;Od | Poslano | Prima;Za | Predmet | Kopija
sl | Od | Poslano | Za | Zadeva | Kp
et | Saatja | Saadetud | Adressaat;Saaja | Teema | Koopia
lt | Nuo | Išsiųsta | Iki;Kam | Tema | Kopija
lv | No | Nosūtīts | Kam | Tēma | Kopija
`,
});
