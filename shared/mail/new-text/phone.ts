import { fold } from "./line.ts";

/** Lines that a program writes for its owner: "Sent from my iPhone". Seen in the sources of `programs/`. */

const MIN_LENGTH = 8;
const MAX_LENGTH = 160;
const MAX_WORDS = 10;

/** language | what stands before the device, or around it as `before ... behind`. */
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

/** Devices, systems and programs; a word that begins so counts too, since Finnish and Turkish decline them. */
const DEVICES = (
  "iphone ipad ipod android galaxy samsung blackberry outlook windows yahoo mobil mobile smartphone phone handy tablet " +
  "mailbox airmail htc nokia huawei xiaomi redmi pixel proton gmail cell cellphone cellular device telefon teléfono telefone " +
  "telefono téléphone portable móvil puhelim cihaz телефон устройств 手机 gmx web.de spark aquamail bluemail thunderbird fairemail " +
  "boxer newton superhuman fastmail zoho tutanota tuta yandex mail.ru naver netease oneplus oppo vivo motorola xperia lumia " +
  "macbook sony k-9 app 图片 스마트폰 아이폰 갤럭시 smart telekom vodafone verizon t-mobile at&t surface desktop"
).split(" ");
const SHORT_DEVICES = new Set("mail ios mac lg pc qq 163 hey o2 gsm app mms lte 4g 5g 3g tv e-mail email".split(" "));
const CONNECTORS = new Set(
  (
    "my the a an for on with via by from using and secure encrypted smart wireless network work personal powered version free " +
    "meinem meiner mein mit der dem für und von auf aus mon ma mes depuis pour sur avec un une mi con para en el la do meu no " +
    "da dal mio il per su mijn voor met een op min mitt mit fra för med på via från mojego z za na mé můj mého z ze môjho " +
    "моего с для на мого мій benim için minun pe meu мой my's 的 私の 나의 내 di saya của tôi מהמכשיר שלי com o'm"
  ).split(" "),
);

export function isMobileSignature(line: string): boolean {
  if (line.length < MIN_LENGTH || line.length > MAX_LENGTH) return false;
  const text = withoutBrackets(fold(line)).toLowerCase();
  return FORMS.some(({ before, behind }) => {
    if (!text.startsWith(before) || !text.endsWith(behind) || text.length <= before.length + behind.length)
      return false;
    const hole = text.slice(before.length, text.length - behind.length);
    const isWhole = before === "" || /[ぁ-鿿\u0590-\u06ff]$/u.test(before) || /^[ ([<]/.test(hole);
    return isWhole && isDevice(hole, line);
  });
}

/** True for "my iPhone 15 Pro", "Yahoo Mail on Android": nothing but names of devices and programs. */
function isDevice(hole: string, original: string): boolean {
  const words = hole
    .replace(/<[^<>]{0,150}>|\([^()]{0,150}\)|https?:\S{0,150}/g, " ")
    .split(/[\s,/[\]"]+/)
    .map((word) => word.replace(/[.:!'*_)>]{1,4}$/, "").replace(/^[(<*_]{1,4}/, ""))
    .filter((word) => word !== "");
  if (words.length === 0 || words.length > MAX_WORDS) return false;
  const isNamed = (word: string) => isDeviceWord(word) || isModel(word, original);
  return (
    words.some(isNamed) &&
    words.every((word) => CONNECTORS.has(word) || isNamed(word) || /^\d{1,3}$/.test(word) || MODEL_PARTS.has(word))
  );
}

/** Behind a device's name: iPhone 15 Pro Max. */
const MODEL_PARTS = new Set("pro max plus mini ultra air note edge se xl fold flip s x xs xr lite".split(" "));

function isDeviceWord(word: string): boolean {
  return (
    SHORT_DEVICES.has(word) || DEVICES.some((device) => word.startsWith(device) && word.length <= device.length + 8)
  );
}

/** TI-85, SM-G960F: letters and digits together, in capitals. */
function isModel(word: string, original: string): boolean {
  return (
    /\d/.test(word) &&
    /^[a-z0-9]{1,12}(?:-[a-z0-9]{1,12})?$/.test(word) &&
    /[a-z]/.test(word) &&
    original.includes(word.toUpperCase())
  );
}

function withoutBrackets(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && /[\s(<*_[]/.test(text.charAt(start))) start++;
  // A bracket that the text itself opens is not one around it.
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
