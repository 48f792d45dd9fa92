/**
 * The prefixes that mail programs put before the subject of an answer, by language; in lower case, without counters.
 * From https://en.wikipedia.org/wiki/List_of_email_subject_abbreviations and the language packs of Outlook, Notes and
 * mobile programs. Prefixes of forwarded mail (FW, TR, WG, RV, 转发) are not included, nor is the French "Réf".
 */
const MARKS = {
  any: ["re"],
  ar: ["رد", "الرد", "تعليق"],
  bg: ["отг", "отговор", "отн"],
  bs_hr_sl: ["odg", "odgovor"],
  cs_sk: ["odp", "odpověď", "odpoveď"],
  cy_lv: ["atb"],
  da_nb_sv_is: ["sv", "svar"],
  de: ["aw", "antw", "antwort"],
  el: ["απ", "απάντηση", "σχετ"],
  en: ["reply"],
  es: ["resp", "respuesta"],
  et_fi: ["vs", "vast", "vastaus"],
  fa: ["پاسخ"],
  fr: ["rép", "réponse"],
  he: ["השב", "תש", "תשובה", "תגובה", "מענה"],
  hi: ["उत्तर", "जवाब"],
  hu: ["vá", "válasz"],
  id_ms: ["bls", "balas"],
  it: ["rif", "ris", "risposta"],
  ja: ["返信"],
  ko: ["답장", "회신", "답변"],
  lt: ["ats"],
  nl: ["antw", "antwoord"],
  pl: ["odp", "odpowiedź"],
  pt: ["res", "resp", "resposta"],
  ro: ["răsp", "răspuns"],
  ru: ["отв", "ответ", "на"],
  sr_mk: ["одг", "одговор"],
  th: ["ตอบ", "ตอบกลับ"],
  tr: ["ynt", "yanıt", "cvp"],
  uk: ["відп", "відповідь"],
  vi: ["trả lời"],
  zh: ["回复", "回覆", "答复", "答覆", "回函"],
} satisfies Record<string, string[]>;

/** Outlook's Italian prefix. In lower case it can be part of the subject itself. */
const CAPITALS = new Set(["R"]);

const KNOWN = new Set(Object.values(MARKS).flat());
const COLON = /[:：﹕︰]/;
/** No prefix is longer, counters included. */
const MAX_MARK = 24;
/** "Re[2]", "Re(3)", "Re^2", "Re*2"; several can follow each other. */
const COUNTERS = /(?: ?(?:\[\d{1,4}\]|\(\d{1,4}\)|\{\d{1,4}\}|[\^*]\d{1,4})){1,4}$/;

/**
 * The number of characters that answer prefixes take up at the start of a subject. The subject must be one clean line.
 */
export function answerMarksLength(subject: string): number {
  for (let at = 0; ; ) {
    const colon = colonIn(subject, at);
    if (colon < 0 || !isMark(subject.slice(at, colon))) return at;
    at = colon + 1;
    while (subject[at] === " ") at++;
  }
}

function colonIn(subject: string, from: number): number {
  const at = subject.slice(from, from + MAX_MARK).search(COLON);
  return at < 0 ? -1 : from + at;
}

function isMark(written: string): boolean {
  // Prefixes also occur in full-width letters.
  const mark = written.normalize("NFKC").trim().replace(COUNTERS, "");
  return KNOWN.has(mark.toLowerCase()) || CAPITALS.has(mark);
}
