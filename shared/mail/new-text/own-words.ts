/**
 * First-person and second-person words in the languages of `programs/`. A program never writes one above a quotation,
 * so a line with one is a person's sentence. Words that are also a weekday, a month or a part of programs' lines
 * somewhere (mi, ma, mon, je, il) are left out.
 */
const OWN = new Set(
  (
    "we you your yours my mine our ours me them their " +
    "ich wir mir uns mich mein meine meinem meinen unser unsere ihnen ihre ihrer ihrem ihren euch dir dich " +
    "j'ai j'avais vous moi notre votre nos vos leur yo nosotros usted ustedes nuestro nuestra " +
    "nós você vocês meu minha nosso nossa io mio nostro nostra ik wij jij mijn onze uw " +
    "jag jeg mitt mig meg vår vores dere oss minä sinä teille pani pana państwo moja mój nasz " +
    "můj náš vám nám moje я мы вы мне нам вам мой моя наш ваш ми ви мені вам ben biz siz bana size " +
    "én önök nekem önnek eu noi dumneavoastră εγώ εμείς εσείς σας μας אני אנחנו לכם לך أنا نحن لكم شما برای " +
    "मैंने हमने आपने मैं हम आपको saya kami anda tôi chúng aš mēs mina meie jaz"
  ).split(" "),
);

/** These languages have no blanks between words, so the words are searched anywhere in the text. */
const OWN_PARTS = ["我", "您", "你", "私", "弊社", "当社", "御社", "제가", "저는", "우리", "ผม", "ฉัน", "เรา"];

export function isOwnWord(word: string, original: string): boolean {
  return original === "I" || original.startsWith("I'") || (original === "us" && word === "us") || OWN.has(word);
}

export function hasOwnPart(text: string): boolean {
  return OWN_PARTS.some((part) => text.includes(part));
}
