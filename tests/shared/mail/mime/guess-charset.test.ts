import { describe, expect, test } from "vitest";
import { guessCharset } from "../../../../shared/mail/mime/guess-charset.ts";
import { encoded } from "./encoded.ts";

/** Short mails as people write them. None of them was counted for the tables of letters. */
const TEXTS: [charsets: string, texts: string[]][] = [
  [
    "windows-1252 macintosh",
    [
      "Grüße aus Köln, wann haben Sie geöffnet?",
      "Größe",
      "Die Lieferung ist beschädigt. Können Sie mir eine neue schicken?",
      "Bonjour, à quelle heure êtes-vous ouverts le samedi ?",
      "Je n'ai pas reçu ma commande passée début août.",
      "¿A qué hora abren mañana? Necesito información.",
      "Olá, não recebi a confirmação da minha inscrição.",
      "Perché non è ancora arrivato? È già venerdì.",
      "Hej, när har ni öppet på lördag?",
      "Hvornår åbner I på søndag? Jeg får ikke svar på mine spørgsmål.",
      "Hyvää päivää, mihin aikaan myymälä avataan?",
    ],
  ],
  ["windows-1252", ["Preis: 20 € – bitte „schnell“ liefern", "José Núñez", "Café", "naïve coöperatie"]],
  [
    "windows-1250 iso-8859-2",
    ["Dobrý den, v kolik hodin máte otevřeno?", "O której godzinie otwieracie sklep w sobotę?"],
  ],
  ["windows-1250 iso-8859-2", ["Kdaj odprete trgovino? Prosil bi za račun, hvala že vnaprej."]],
  ["windows-1251 koi8-r ibm866 iso-8859-5", ["Здравствуйте, подскажите, пожалуйста, часы работы.", "Вопрос"]],
  ["windows-1251 koi8-u", ["Скажіть, будь ласка, о котрій годині ви відчиняєтесь?"]],
  ["windows-1251", ["Добър ден, кога отваряте в събота?", "Када отварате у суботу? Хвала лепо на одговору."]],
  ["windows-1253 iso-8859-7", ["Καλημέρα, τι ώρα ανοίγετε το Σάββατο;", "Ερώτηση"]],
  ["windows-1254", ["Merhaba, cumartesi günü saat kaçta açılıyorsunuz?"]],
  ["windows-1255", ["שלום, מתי אתם פותחים ביום ראשון?", "שאלה"]],
  ["windows-1256", ["مرحبا، متى تفتحون يوم السبت؟"]],
  ["windows-1257", ["Sveiki, kada atidarote šeštadienį? Noriu grąžinti prekę, ačiū.", "Labdien, cikos jūs atverat?"]],
  ["windows-874", ["สวัสดีครับ ร้านเปิดกี่โมง"]],
  ["shift_jis euc-jp", ["営業時間を教えてください。", "質問", "お問い合わせ"]],
  ["gb18030", ["请问你们周六几点开门？", "您好，我的订单还没有收到，请尽快处理。谢谢！", "问题"]],
  ["big5", ["請問你們星期六幾點開門？", "您好，我的訂單還沒有收到，請盡快處理。謝謝！", "問題"]],
  ["euc-kr", ["안녕하세요. 영업시간을 알려주세요.", "문의"]],
];

describe.each(TEXTS)("eight-bit text in %s is read correctly without a charset", (charsets, texts) => {
  test.each(charsets.split(" ").flatMap((charset) => texts.map((text) => [charset, text] as const)))(
    "%s: %s",
    (charset, text) => {
      const bytes = encoded(text, charset);
      // Charsets that differ only in other letters read the text alike.
      expect(new TextDecoder(guessCharset(bytes)).decode(bytes)).toBe(text);
    },
  );
});

test("a long text is guessed by its first lines that are not ASCII", () => {
  const bytes = Buffer.concat([Buffer.from("plain\n".repeat(10_000)), encoded("Когда вы открываетесь?\n", "koi8-r")]);
  expect(guessCharset(bytes)).toBe("koi8-r");
});
