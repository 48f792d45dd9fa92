/** What mail programs and their owners put below a text. */

/** RFC 3676, 4.3; the blank at its end gets lost often. */
const DASHES = /^(?:--|—|––) ?$/;
const RULE = /^_{5,}$/;
/** More lines than a signature has are text: somebody drew a line in it. */
const MAX_LINES = 15;
const MAX_LINES_BELOW_RULE = 4;

const DEVICE =
  "iphone|ipad|ipod|android|galaxy|samsung|blackberry|outlook|windows|yahoo|mobile|mobil\\w*|phone|smartphone|handy|tablet|mail(?:box)?|airmail|htc|nokia|huawei|xiaomi|pixel|proton\\s?mail|gmail|cell(?:phone)?";
const SENT =
  "sent|gesendet|envoyé|enviado|enviada|inviato|verzonden|verstuurd|skickat|sendt|wysłane|wysłano|отправлено|надіслано|lähetetty|gönderildi|elküldve|odesláno|trimis";
const FROM =
  "from|with|via|by|von|mit|über|depuis|de|desde|do|da|dal|dall[’']|vanaf|van|met|från|fra|z|ze|с|из|від|minun";

const MOBILE = [
  // "Sent from my TI-85": my, mi, mon, meinem ... whatever the thing is called.
  /^(?:sent|gesendet|envoyé|enviado|inviato|verzonden|skickat|sendt|wysłane) (?:from|von|depuis|desde|de|do|dal|vanaf|van|från|fra|z) (?:my|meinem|meiner|mon|ma|mi|meu|mio|mijn|min|mojego|mój)\b.{0,80}$/iu,
  new RegExp(`^(?:${SENT}) (?:${FROM})\\b.{0,60}(?:${DEVICE})\\b.{0,120}$`, "iu"),
  new RegExp(`^(?:someone )?from (?:my )?(?:${DEVICE})\\b.{0,20}$`, "iu"),
  /^von mein(?:em|er) .{1,60} gesendet\.?$/iu,
  /^diese nachricht wurde von mein(?:em|er) .{1,80} gesendet\.?$/iu,
  /^lähetetty .{1,40}(?:sta|stä|lta|ltä)\.?$/iu,
  /^отправлено (?:с|из) .{1,60}$/iu,
  /^(?:從我的|从我的|发自我的|發自我的|来自我的).{1,40}$/u,
  /^.{1,30}(?:から送信|에서 보냄)$/u,
  /^get \[?outlook for (?:ios|android|mac|windows).{0,80}$/iu,
  /^(?:holen sie sich|télécharger|obtener|ottieni|scarica|download|hämta|hent|pobierz) \[?outlook .{1,80}$/iu,
];

/** A line that a mail program writes for its owner: "Sent from my iPhone". */
export function isMobileSignature(line: string): boolean {
  const bare = line.replace(/^[\s(<*_[]+|[\s)>*_\]]+$/g, "");
  return bare.length <= 200 && MOBILE.some((form) => form.test(bare) || form.test(line.trim()));
}

/** A line of nothing but strokes. */
export function isStroke(line: string): boolean {
  return /^\s*(?:[-*#~=_+—–]{2,}|[ᐧ—])\s*$/u.test(line);
}

/** Where the signature below a text begins; `lines.length` where there is none. */
export function signatureStart(lines: string[]): number {
  const dashes = lines.findIndex((line) => DASHES.test(line.trimStart()));
  if (dashes >= 0 && count(lines, dashes) <= MAX_LINES) return dashes;
  const rule = lines.findLastIndex((line) => RULE.test(line.trim()));
  return rule >= 0 && count(lines, rule) <= MAX_LINES_BELOW_RULE ? rule : lines.length;
}

function count(lines: string[], from: number): number {
  return lines.slice(from + 1).filter((line) => line.trim() !== "").length;
}
