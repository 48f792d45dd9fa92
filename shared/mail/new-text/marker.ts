/** Lines that mail programs put above a quoted or forwarded message: `-----Original Message-----`. */

const ORIGINAL = [
  ...["original message", "ursprüngliche nachricht", "original-nachricht", "mensaje original", "message d'origine"],
  ...["message original", "messaggio originale", "mensagem original", "oorspronkelijk bericht", "originalmeddelande"],
  ...["ursprungligt meddelande", "opprinnelig melding", "oprindelig meddelelse", "alkuperäinen viesti"],
  ...["oryginalna wiadomość", "wiadomość oryginalna", "исходное сообщение", "оригинальное сообщение"],
  ...["вихідне повідомлення", "orijinal ileti", "özgün ileti", "eredeti üzenet", "původní zpráva", "mesaj original"],
  ...["αρχικό μήνυμα", "元のメッセージ", "原始邮件", "原始郵件", "原邮件", "원본 메시지", "원본 메일", "pesan asli"],
];
const FORWARDED = [
  ...[
    "forwarded message",
    "weitergeleitete nachricht",
    "mensaje reenviado",
    "message transféré",
    "messaggio inoltrato",
  ],
  ...["mensagem encaminhada", "doorgestuurd bericht", "vidarebefordrat meddelande", "videresendt melding"],
  ...["videresendt meddelelse", "välitetty viesti", "edelleenlähetetty viesti", "przekazana wiadomość"],
  ...[
    "пересылаемое сообщение",
    "переслане повідомлення",
    "yönlendirilmiş ileti",
    "iletilen ileti",
    "továbbított üzenet",
  ],
  ...["přeposlaná zpráva", "転送メッセージ", "转发的邮件", "轉寄郵件", "전달된 메시지"],
];
const WORDS = [...ORIGINAL, ...FORWARDED].map((word) => word.replaceAll("'", "['’]")).join("|");

const FRAMED = new RegExp(`^[>|\\s]*\\*?[-_=]{2,}\\s*(?:${WORDS})[^\\p{L}]{0,3}\\s*[-_=]{2,}\\*?$`, "iu");

// Apple Mail's line has no frame, so it is taken only as a whole.
const APPLE = new RegExp(
  `^[>|\\s]*(?:${[
    ...["begin forwarded message", "anfang der weitergeleiteten nachricht", "début du message réexpédié"],
    ...["début du message transféré", "inicio del mensaje reenviado", "inizio messaggio inoltrato"],
    ...["início da mensagem encaminhada", "início da mensagem reencaminhada", "begin doorgestuurd bericht"],
    ...["vidarebefordrat brev", "start på videresendt besked", "videresendt melding", "välitetty viesti alkaa"],
    ...["początek przekazanej wiadomości", "начало переадресованного сообщения", "転送されたメッセージ"],
    ...["下面是被转发的邮件", "開始轉寄郵件", "전달된 메시지"],
  ].join("|")}) ?[:：]\\s*$`,
  "iu",
);

/** 1 where the line says that another message follows, else 0. */
export function markerAt(lines: string[], at: number): number {
  const line = lines[at] ?? "";
  return line.length <= 200 && (FRAMED.test(line) || APPLE.test(line)) ? 1 : 0;
}
