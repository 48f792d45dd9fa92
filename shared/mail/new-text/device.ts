const MAX_WORDS = 10;

/** Devices, systems and programs. Longer words with this start count too, since Finnish and Turkish decline them. */
const DEVICES = (
  "iphone ipad ipod android galaxy samsung blackberry outlook windows yahoo mobil mobile smartphone phone handy tablet " +
  "mailbox airmail htc nokia huawei xiaomi redmi pixel proton gmail cell cellphone cellular device telefon teléfono telefone " +
  "telefono téléphone portable móvil puhelim cihaz телефон устройств 手机 gmx web.de spark aquamail bluemail thunderbird fairemail " +
  "boxer newton superhuman fastmail zoho tutanota tuta yandex mail.ru naver netease oneplus oppo vivo motorola xperia lumia " +
  "alcatel wiko typeapp macbook sony k-9 app 스마트폰 아이폰 갤럭시 smart telekom vodafone verizon t-mobile at&t surface desktop"
).split(" ");
const SHORT_DEVICES = new Set("mail ios mac lg pc qq 163 hey o2 gsm app mms lte 4g 5g 3g tv e-mail email".split(" "));
const CONNECTORS = new Set(
  (
    "my the a an for on with via by from using and secure encrypted smart wireless network work personal powered version free " +
    "meinem meiner mein mit der dem für und von auf aus mon ma mes depuis pour sur avec un une mi con para en el la do meu no " +
    "da dal mio il per su mijn voor met een op min mitt mit fra för med på via från mojego z za na mé můj mého z ze môjho " +
    "моего с для на мого мій benim için minun pe meu мой 的 私の 나의 내 di saya của tôi מהמכשיר שלי com"
  ).split(" "),
);

/** Words after a device's name: iPhone 15 Pro Max. */
const MODEL_PARTS = new Set("pro max plus mini ultra air note edge se xl fold flip s x xs xr lite".split(" "));

/**
 * True for text that has only names of devices and programs: "my iPhone 15 Pro", "Yahoo Mail on Android".
 * @param hole the text in lower case
 * @param original the line that contains it
 */
export function isDevice(hole: string, original: string): boolean {
  const words = hole
    .replace(/<[^<>]{0,150}>|\([^()]{0,150}\)|https?:\S{0,150}/g, " ")
    .split(/[\s,/[\]"]+/)
    .map((word) => word.replace(/[.:!'*_)>]{1,4}$/, "").replace(/^[(<*_]{1,4}/, ""))
    .filter((word) => word !== "");
  if (words.length === 0 || words.length > MAX_WORDS) return false;
  const named = words.filter((word) => isNamed(word, original));
  const strange = words.filter((word) => !isNamed(word, original) && !isBeside(word));
  // An unknown make between words that say what it is.
  const isMake = named.length > 1 && isNamed(words.at(-1) ?? "", original);
  return (
    named.length > 0 &&
    (strange.length === 0 || (isMake && strange.length === 1 && isCapital(strange[0] ?? "", original)))
  );
}

function isNamed(word: string, original: string): boolean {
  const isWord = DEVICES.some((device) => word.startsWith(device) && word.length <= device.length + 8);
  const isJoined = word.includes("-") && word.split("-").every((part) => part !== word && isNamed(part, original));
  return isWord || SHORT_DEVICES.has(word) || isModel(word, original) || isJoined;
}

function isBeside(word: string): boolean {
  return CONNECTORS.has(word) || MODEL_PARTS.has(word) || /^[a-z]?\d{1,3}$/.test(word);
}

/** A model such as TI-85, SM-G960F or Flash2 joins letters and digits, with at least one capital letter. */
function isModel(word: string, original: string): boolean {
  const isMixed = /\d/.test(word) && /[a-z]/.test(word) && /^[a-z0-9]{1,12}(?:-[a-z0-9]{1,12})?$/.test(word);
  return isMixed && (isCapital(word, original) || original.includes(word.toUpperCase()));
}

function isCapital(word: string, original: string): boolean {
  return word !== "" && original.includes(word.charAt(0).toUpperCase() + word.slice(1));
}
