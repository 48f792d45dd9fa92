import { isDevice } from "./device.ts";
import { normalizeLine } from "./line.ts";

/** Mobile signatures: "Sent from my iPhone". Seen in the sources of `programs/`. */

const MIN_LENGTH = 8;
const MAX_LENGTH = 160;

/** language | the text before the device, or around it as `before ... behind`. */
const FORMS = readForms(`
en | sent from; sent via; sent with; sent by; sent using; get; from my; someone from; composed on; shared from
de | gesendet von; gesendet mit; gesendet via; gesendet aus; von meinem ... gesendet; von meiner ... gesendet
de | diese nachricht wurde von meinem ... gesendet; diese nachricht wurde mit ... gesendet; holen sie sich
fr | envoyé depuis; envoyé de; envoyé à partir de; envoyé avec; envoyé via; télécharger; obtenez; obtenir
es | enviado desde; enviado con; obtener; descargar; enviado por
it | inviato da; inviato dal; inviato con; ottieni; scarica
pt | enviado do; enviado da; enviado a partir do; enviado de; enviada do; enviado com; obter; baixe o; obtenha o
nl | verzonden vanaf; verstuurd vanaf; verzonden met; verstuurd met; verzonden via; downloaden; haal
sv | skickat från; skickades från; hämta; skickat med
da | sendt fra; sendt med; hent; få
nb | sendt fra; sendt med; hent; skaff deg
fi | lähetetty; hanki; hae
pl | wysłane z; wysłano z; wysłane za pomocą; pobierz
cs | odesláno z; odesláno ze; získat
sk | odoslané z; odoslané zo; získať
hu | elküldve; iphone-ról ... küldve; küldve
ro | trimis de pe; trimis din; obțineți
ru | отправлено с; отправлено из; получите
uk | надіслано з; відправлено з; отримати
bg | изпратено от
hr | poslano s; poslano sa
sl | poslano iz
el | στάλθηκε από; αποστολή από
tr | ... gönderildi; ... alın
he | נשלח מה; נשלח מ
ar | أُرسلت من; تم الإرسال من; مُرسل من
fa | ارسال شده از
hi | मेरे ... से भेजा गया
th | ส่งจาก
vi | gửi từ; đã gửi từ; được gửi từ
id | dikirim dari; terkirim dari
ja | ... から送信
ko | ... 에서 보냄; 나의 ... 에서 보냄
zh | 发自我的; 發自我的; 发自; 從我的 ... 傳送; 从我的 ... 发送; 来自我的; 取得; 获取
`);

export function isMobileSignature(line: string): boolean {
  if (line.length < MIN_LENGTH || line.length > MAX_LENGTH) return false;
  const text = withoutExcuse(withoutBrackets(normalizeLine(line)).toLowerCase());
  return FORMS.some(({ before, behind }) => {
    if (!text.startsWith(before) || !text.endsWith(behind) || text.length <= before.length + behind.length)
      return false;
    const hole = text.slice(before.length, text.length - behind.length);
    const isWhole = before === "" || /[ぁ-鿿\u0590-\u06ff]$/u.test(before) || /^[ ([<]/.test(hole);
    return isWhole && isDevice(hole, line);
  });
}

// Excuses that people add: ". Please excuse my brevity".
const EXCUSES =
  "please excuse|please forgive|excuse|pardon|sorry for|bitte entschuldigen|entschuldigen|veuillez excuser|disculpe|scusate".split(
    "|",
  );
const EXCUSED =
  "typo brevity error mistake spelling autocorrect kürze tippfehler faute brièveté brevedad errores".split(" ");
const MAX_EXCUSE_WORDS = 7;

function withoutExcuse(text: string): string {
  const at = text.search(/[.,;] {1,3}\p{L}/u);
  if (at < 0) return text;
  const tail = text.slice(at + 1).trim();
  const words = tail.split(" ");
  const isExcuse = words.length <= MAX_EXCUSE_WORDS && EXCUSES.some((start) => tail.startsWith(start));
  return isExcuse && EXCUSED.some((noun) => words.at(-1)?.startsWith(noun)) ? text.slice(0, at) : text;
}

function withoutBrackets(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && /[\s(<*_[]/.test(text.charAt(start))) start++;
  // Does not strip a bracket that was opened inside the text.
  while (end > start && start > 0 && /[\s)>*_\]]/.test(text.charAt(end - 1))) end--;
  return text.slice(start, end).replace(/[.!]$/, "");
}

function readForms(table: string): { before: string; behind: string }[] {
  return table.split("\n").flatMap((row) => {
    const [, forms = ""] = row.split("|");
    return forms.split(";").flatMap((form) => {
      const [before = "", behind = ""] = form.split("...");
      return form.trim() === "" ? [] : { before: before.trim(), behind: behind.trim() };
    });
  });
}
