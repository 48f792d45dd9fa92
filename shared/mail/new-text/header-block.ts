/** The header lines that Outlook and others put above what they quote or forward, in many languages. */

const FROM =
  "from|von|de|da|van|från|fra|od|от|від|lähettäjä|kimden|gönderen|feladó|expéditeur|remitente|mittente|afzender|από|差出人|送信者|发件人|寄件者|보낸 사람|보낸사람|dari|từ|מאת|من";
const DATE =
  "sent|date|gesendet|datum|envoyé|enviado(?: el)?|enviada(?: em)?|fecha|data|inviato|verzonden|skickat|sendt|dato|wysłano|отправлено|дата|надіслано|lähetetty|päivämäärä|päiväys|gönderildi|gönderme tarihi|tarih|elküldve|dátum|odesláno|trimis|στάλθηκε|ημερομηνία|送信日時|日時|日付|发送时间|发送日期|日期|寄件日期|보낸 날짜|날짜|dikirim|tanggal|đã gửi|ngày|נשלח|تاريخ";
const TO =
  "to|an|à|a|para|aan|till|til|do|кому|vastaanottaja|kime|alıcı|címzett|komu|către|προς|宛先|收件人|받는 사람|받는사람|kepada|đến|אל|إلى|cc|kopie|copie|copia|kopia|копия|kopi|kopio|bilgi|抄送";
const SUBJECT =
  "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема|aihe|konu|tárgy|předmět|predmet|subiect|θέμα|件名|主题|主旨|제목|subjek|perihal|chủ đề|נושא|الموضوع";
const REPLY_TO = "reply-to|antwort an|répondre à|risposta|responder a|svara till|svar til|antwoord aan";

const KINDS = { from: FROM, date: DATE, to: TO, subject: SUBJECT, reply: REPLY_TO };
// French puts a blank before the colon; Markdown of a bold name has stars around it or the colon.
const NAMES = Object.entries(KINDS).map(
  ([kind, words]) => [kind, new RegExp(`^\\*{0,2}(?:${words})\\*{0,2} ?[:：]`, "iu")] as const,
);

const MAX_LINES = 12;

/** How many lines from `at` on are such a block: one that says From and two more things; 0 for none. */
export function headerBlockAt(lines: string[], at: number): number {
  const first = kindOf(lines[at] ?? "");
  if (first === undefined || first === "to" || first === "reply") return 0;
  const kinds = new Set<string>();
  let length = 0;
  let last: string | undefined;
  for (; length < MAX_LINES && at + length < lines.length; length++) {
    const line = lines[at + length] ?? "";
    const kind = kindOf(line);
    if (kind === undefined && (bare(line) === "" || last === undefined)) break;
    if (kind !== undefined) kinds.add(kind);
    last = kind ?? last;
  }
  const isBlock = kinds.size >= 3 && kinds.has("from") && (kinds.has("subject") || kinds.has("date"));
  return isBlock ? length : 0;
}

function kindOf(line: string): string | undefined {
  const text = bare(line);
  return NAMES.find(([, name]) => name.test(text))?.[0];
}

function bare(line: string): string {
  return line.replace(/^[>|\s]+/, "").trim();
}
