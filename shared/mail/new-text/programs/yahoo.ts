import { program } from "./program.ts";

/**
 * crisp-oss/email-forward-parser (lib/parser.js, test/fixtures/yahoo_*), crisp-oss/email-reply-parser
 * (email_customer_quote_header_3), discourse/email_reply_trimmer (test/emails).
 */
export const YAHOO = program({
  name: "Yahoo Mail and AOL",
  dateLabels: "sent",
  wrote: `
en | On {date} at {time}, {name} <{address}> [wrote]:
de | Am {date} um {time} hat {name} <{address}> Folgendes [geschrieben]:
fr | Le {date} à {time}, {name} <{address}> [a écrit] :
es | El {date}, {time}, {name} <{address}> [escribió]:
it | Il {date} alle ore {time} {name} <{address}> [ha scritto]:
pt | Em {date} {time}, {name} <{address}> [escreveu]:
nl | Op {date} om {time} [schreef] {name} <{address}>:
da | Den {date} {time} [skrev] {name} <{address}>:
sv | Den {date} {time} [skrev] {name} <{address}>:
pl | W dniu {date} {time} użytkownik {name} <{address}> [napisał]:
ru | {date}, {time}, {name} <{address}> [написал(а)]:
id | Pada {date} {time}, {name} <{address}> [menulis]:
zh | 在 {date} {time}， {name} <{address}> [写道]：
zh | {name} <{address}> 於 {date} {time} [寫道]：
`,
  markers: `
cs | | Přeposlaná zpráva
da | | Videresendt meddelelse
de | | Weitergeleitete Nachricht
en | Reply Message | Forwarded Message
es | | Mensaje reenviado
fi | | Edelleenlähetetty viesti
fr | | Message transmis
hu | | Továbbított üzenet
it | | Messaggio inoltrato
nl | | Doorgestuurd bericht
nb | | Videresendt melding
pl | | Przekazana wiadomość
pt | | Mensagem reencaminhada;Mensagem encaminhada
ro | | Mesaj redirecționat
ru | | Пересылаемое сообщение
sk | | Preposlaná správa
sv | | Vidarebefordrat meddelande
tr | | İletilmiş Mesaj
uk | | Перенаправлене повідомлення
`,
  labels: `
cs | Od | Datum | Komu | Předmět | Kopie
da | Fra | Sendt | Til | Emne | Cc
de | Von | Gesendet | An | Betreff | CC
en | From | Sent | To | Subject | Cc
es | De | Enviado | Para | Asunto | CC
fi | Lähettäjä | Lähetetty | Vastaanottaja | Aihe | Kopio
fr | De | Envoyé le;Envoyé | À | Objet | Cc
hu | Feladó | Elküldve | Címzett | Tárgy | Másolat
it | Da | Inviato | A | Oggetto | Cc
nl | Van | Verzonden | Aan | Onderwerp | Cc
nb | Fra | Sendt | Til | Emne | Kopi
pl | Od | Wysłano | Do | Temat | Dw
pt | De | Enviado | Para | Assunto | Cc
ro | De la | Trimis | Către | Subiect | Cc
ru | От | Отправлено | Кому | Тема | Копия
sk | Od | Odoslané | Komu | Predmet | Kópia
sv | Från | Skickat | Till | Ämne | Kopia
tr | Kimden | Gönderilen | Kime | Konu | Cc
uk | Від | Відправлено | Кому | Тема | Копія
`,
});
