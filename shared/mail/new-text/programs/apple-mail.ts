import { program } from "./program.ts";

/**
 * Forwards: crisp-oss/email-forward-parser (lib/parser.js, test/fixtures/apple_mail_*). Replies: github/email_reply_parser,
 * discourse/email_reply_trimmer (test/emails), crisp-oss/email-reply-parser (test/fixtures), mail-parser-reply.
 */
export const APPLE_MAIL = program({
  name: "Apple Mail",
  dateLabels: "dated",
  wrote: `
en | On {date}, at {time}, {name} <{address}> [wrote]:
de | Am {date} um {time} [schrieb] {name} <{address}>:
fr | Le {date} à {time}, {name} <{address}> [a écrit] :
es | El {date}, a las {time}, {name} <{address}> [escribió]:
it | Il giorno {date}, alle ore {time}, {name} <{address}> [ha scritto]:
pt | Em {date}, à(s) {time}, {name} <{address}> [escreveu]:
pt | No dia {date}, às {time}, {name} <{address}> [escreveu]:
nl | Op {date}, om {time} heeft {name} <{address}> het volgende [geschreven]:
sv | {date} kl. {time} [skrev] {name} <{address}>:
da | Den {date} kl. {time} [skrev] {name} <{address}>:
nb | {date} kl. {time} [skrev] {name} <{address}>:
fi | {name} <{address}> [kirjoitti] {date} kello {time}:
pl | [Wiadomość napisana przez] {name} <{address}> w dniu {date}, o godz. {time}:
pl | Dnia {date} o godz. {time} {name} <{address}> [napisał(a)]:
cs | {date} v {time}, {name} <{address}>:
ru | {date}, в {time}, {name} <{address}> [написал(а)]:
uk | {date} о {time} {name} <{address}> [написав(ла)]:
tr | {name} <{address}> şunları [yazdı] ({date} {time}):
ja | {date} {time}、{name} <{address}>[のメール]:
ko | {date} {time}, {name} <{address}> [작성]:
zh | 在 {date}，{time}，{name} <{address}> [写道]：
zh | {name} <{address}> 於 {date} {time} [寫道]：
`,
  markers: `
en | | Begin forwarded message
cs | | Začátek přeposílané zprávy
da | | Start på videresendt besked
de | | Anfang der weitergeleiteten Nachricht;Anfang der weitergeleiteten E-Mail
es | | Inicio del mensaje reenviado
fi | | Välitetty viesti alkaa
fr | | Début du message réexpédié;Début du message transféré
hr | | Započni proslijeđenu poruku
hu | | Továbbított levél kezdete
it | | Inizio messaggio inoltrato
nl | | Begin doorgestuurd bericht
nb | | Videresendt melding
pl | | Początek przekazywanej wiadomości;Początek przekazanej wiadomości
pt | | Início da mensagem reencaminhada;Início da mensagem encaminhada
ro | | Începe mesajul redirecționat
ru | | Начало переадресованного сообщения
sk | | Začiatok preposlanej správy
sv | | Vidarebefordrat mejl;Vidarebefordrat brev
tr | | İleti başlangıcı
uk | | Початок листа, що пересилається
ja | | 転送されたメッセージ
zh | | 下面是被转发的邮件;開始轉寄郵件
ko | | 전달된 메시지
`,
  labels: `
en | From | Date | To | Subject | Cc;Reply-To
cs | Od | Datum | Komu | Předmět | Kopie;Odpověď na
da | Fra | Dato | Til | Emne | Cc;Svar til
de | Von | Datum | An | Betreff | Kopie;Antwort an
es | De | Fecha | Para | Asunto | Cc;Responder a
fi | Lähettäjä | Päivämäärä | Vastaanottaja | Aihe | Kopio;Vastaus
fr | De | Date | À | Objet | Cc;Répondre à
hr | Šalje | Datum | Prima | Predmet | Cc;Odgovori na
hu | Feladó | Dátum | Címzett | Tárgy | Másolat;Válaszcím
it | Da | Data | A | Oggetto | Cc;Rispondi a
nl | Van | Datum | Aan | Onderwerp | Kopie;Antwoord aan
nb | Fra | Dato | Til | Emne | Kopi;Svar til
pl | Od | Data | Do | Temat | Dw;Odpowiedź-do
pt | De | Data | Para | Assunto | Cc;Responder A
ro | Expeditorul | Dată | Destinatarul | Subiectul | Cc;Răspuns către
ru | Отправитель | Дата | Кому | Тема | Копия;Ответ-Кому
sk | Od | Dátum | Pre | Predmet | Cc;Odpovedať-Pre
sv | Från | Datum | Till | Ämne | Kopia;Svara till
tr | Kimden | Tarih | Kime | Konu | Bilgi;Yanıt Adresi
uk | Від кого | Дата | Кому | Тема | Копія;Кому відповісти
`,
});
