import type { Language } from "./mail-language.ts";

/** The line with which mail programs introduce a quotation. `{date}` is in UTC, `{from}` is an address. */
const INTROS: Record<Language, string> = {
  ar: "في {date}، كتب {from}:",
  bg: "На {date} {from} написа:",
  cs: "Dne {date} {from} napsal(a):",
  da: "Den {date} skrev {from}:",
  de: "Am {date} schrieb {from}:",
  el: "Στις {date}, {from} έγραψε:",
  en: "On {date}, {from} wrote:",
  es: "El {date}, {from} escribió:",
  fa: "در {date}، {from} نوشت:",
  fi: "{from} kirjoitti {date}:",
  fr: "Le {date}, {from} a écrit :",
  he: "ב-{date}, {from} כתב/ה:",
  hi: "{date} को {from} ने लिखा:",
  hr: "Dana {date} {from} je napisao/la:",
  hu: "{from} ezt írta ({date}):",
  id: "Pada {date}, {from} menulis:",
  it: "Il {date}, {from} ha scritto:",
  ja: "{date}、{from} のメール:",
  ko: "{date}, {from}님이 작성:",
  nb: "Den {date} skrev {from}:",
  nl: "Op {date} schreef {from}:",
  pl: "Dnia {date} {from} napisał(a):",
  pt: "Em {date}, {from} escreveu:",
  ro: "Pe {date}, {from} a scris:",
  ru: "{date} {from} написал(а):",
  sk: "Dňa {date} {from} napísal(a):",
  sr: "Дана {date} {from} је написао/ла:",
  sv: "Den {date} skrev {from}:",
  th: "เมื่อ {date} {from} เขียนว่า:",
  tr: "{from}, {date} tarihinde şunu yazdı:",
  uk: "{date} {from} пише:",
  vi: "Vào {date}, {from} đã viết:",
  zh: "{from} 于 {date} 写道：",
  "zh-Hant": "{from} 於 {date} 寫道：",
};

/** @param at when the mail came, as ISO 8601 in UTC */
export function quoteIntro(language: Language, from: string, at: string): string {
  const date = `${at.slice(0, 16).replace("T", " ")} UTC`;
  return INTROS[language].replace("{date}", date).replace("{from}", () => from);
}
