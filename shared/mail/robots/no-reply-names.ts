/**
 * The names of addresses that nobody reads, by language: whole words, with or without a separator between them.
 * Collected from the senders of public services and shops, and from lists of mail programs and help desks (freescout
 * #3670, Chatwoot #5131, Mautic's and Sisimai's role names). Addresses write languages of other scripts in Latin
 * letters. "no-reply" itself is used in all of them.
 */
export const NO_REPLY_NAMES: Record<string, readonly string[]> = {
  en: [
    ...["no reply", "no replies", "do not reply", "dont reply", "never reply", "please do not reply", "reply not"],
    ...["no response", "no respond", "do not respond", "dont respond", "no answer", "do not answer", "dont answer"],
    ...["unattended", "unmonitored", "not monitored", "send only", "auto mailer", "auto reply", "auto responder"],
    ...["auto response", "auto confirm", "automated", "automailer", "nobody", "dev null"],
  ],
  fr: ["ne pas repondre", "ne repondez pas", "ne pas repondre svp", "pas de reponse", "sans reponse", "non repondre"],
  de: [
    ...["nicht antworten", "bitte nicht antworten", "nicht beantworten", "keine antwort", "keine antworten"],
    ...["ohne antwort", "keine rueckantwort", "nicht erwidern"],
  ],
  es: ["no responder", "no responda", "no respondas", "no contestar", "no conteste", "no contestes", "sin respuesta"],
  ca: ["no respondre", "no respongueu", "no contesteu", "sense resposta"],
  gl: ["non responder", "non responda", "non contestar", "sen resposta"],
  eu: ["ez erantzun"],
  pt: ["nao responder", "nao responda", "nao respondas", "nao resposta", "sem resposta"],
  it: ["non rispondere", "non rispondete", "non risponda", "nessuna risposta", "senza risposta"],
  ro: ["nu raspunde", "nu raspundeti", "fara raspuns"],
  nl: ["niet beantwoorden", "niet antwoorden", "niet reageren", "geen antwoord", "geen reactie", "geen reply"],
  af: ["moenie antwoord", "moenie antwoord nie"],
  sv: ["svara ej", "svara inte", "svar ej", "ej svar", "inget svar", "besvaras ej"],
  da: ["svar ikke", "besvar ikke", "ikke svar", "intet svar", "svar venligst ikke"],
  no: ["ingen svar", "ikke besvar", "ikkje svar", "svar ikkje"],
  is: ["ekki svara", "svarid ekki"],
  fi: ["ala vastaa", "alkaa vastatko", "ei vastausta", "ei vastata"],
  et: ["ara vasta", "mitte vastata", "ei vasta"],
  lt: ["neatsakyti", "neatsakykite", "ne atsakyti", "be atsakymo"],
  lv: ["neatbildet", "neatbildiet", "bez atbildes"],
  pl: ["nie odpowiadaj", "nie odpowiadac", "prosimy nie odpowiadac", "bez odpowiedzi", "brak odpowiedzi"],
  cs: ["neodpovidat", "neodpovidejte", "neodpovidej", "bez odpovedi"],
  sk: ["neodpovedat", "neodpovedajte", "neodpovedaj", "bez odpovede"],
  hu: ["ne valaszolj", "ne valaszoljon", "nem valaszol", "valasz nelkul"],
  hr: ["ne odgovaraj", "ne odgovarajte", "ne odgovarati", "bez odgovora"],
  sl: ["ne odgovarjaj", "ne odgovarjajte", "brez odgovora"],
  sq: ["mos u pergjigj", "mos u pergjigjni"],
  bg: ["ne otgovaryay", "ne otgovaryai", "ne otgovaryayte", "ne otgovaryaite"],
  ru: ["ne otvechat", "ne otvechay", "ne otvechai", "ne otvechayte", "ne otvechaite", "bez otveta"],
  uk: ["ne vidpovidaty", "ne vidpovidai", "ne vidpovidayte", "bez vidpovidi"],
  el: ["mi apantate", "min apantate", "min apantisete"],
  tr: [
    ...["yanitlama", "yanitlamayin", "yanitlamayiniz", "cevaplama", "cevaplamayin", "cevaplamayiniz"],
    ...["cevap vermeyin", "cevap vermeyiniz", "yanit vermeyin", "yanit yok", "cevap yok"],
  ],
  id: ["jangan balas", "jangan dibalas", "jangan membalas", "tidak dibalas", "tidak membalas"],
  ms: ["jangan jawab", "tidak perlu balas"],
  vi: ["khong tra loi", "khong phan hoi", "khong hoi am"],
  ja: ["henshin fuka", "hensin fuka", "soushin senyou", "sousin senyou", "sousinsenyo", "soshin senyo"],
  cy: ["dim ateb", "peidiwch ag ateb"],
  ga: ["na freagair"],
};
