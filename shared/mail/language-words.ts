/** Common words of letters. Counting them tells a language from its neighbours. */
const LISTS = {
  ar: "في من على هل أن هذا هذه مع عن إلى ما متى كيف شكرا شكراً مرحبا السلام عليكم لكم أريد يمكن لا و",
  bg: "и не че аз вие ние на в с това как моля благодаря здравейте кога вашите ви да е са се за от имате",
  cs: "a je není já vy my v na do se že prosím děkuji dobrý den kdy jak jsou máte mohu jste bych otevřeno pro vás mi",
  da: "og er ikke jeg du vi min jeres med på til kan hvad hvornår tak hej det af har mig jer åbningstider",
  de: "der die das und ist nicht ich sie wir mir mich ihr ihre ihren ihnen bitte können könnten mit für ein eine einen auf zu danke hallo guten wann wie was haben ihr wo",
  en: "the and you is are to of for my your can could would please what when we have with this that i it hello hi thanks do how me on",
  es: "el la los las es y de que por favor usted para con una un su en gracias hola puede podría cuál cuáles mi cuando cuándo qué me les buenos días no",
  fa: "در از به که این است را با برای آیا شما من سلام لطفا لطفاً ممنون چه کی می متشکرم و",
  fi: "ja on ei minä te me että voitteko mitä milloin kiitos hei olen kun mutta voi ovat teidän olette auki onko mikä saanko",
  fr: "le la les des est et je vous nous votre vos pour avec une un dans pas que qui merci bonjour pouvez pourriez quels quelles mon me de êtes du",
  hr: "i je nije ja vi mi u na za se da što molim hvala dobar dan kada kako su možete li vaše radno vas",
  hu: "a az és nem van hogy kérem köszönöm mikor mi egy szeretnék jó napot önök vagy meg is milyen tudna nyitva vannak",
  id: "dan yang di untuk dengan apa saya anda kami tidak ini itu terima kasih halo bisa kapan ada jam tolong mohon",
  it: "il lo gli è e di che per favore lei con una un suo grazie ciao buongiorno può potrebbe quali mio quando non sono mi vi i siete vostri la",
  nb: "og er ikke jeg du vi min deres med på til kan hva når takk hei det av har meg dere åpningstider",
  nl: "de het een en is niet ik u wij mijn uw voor met van dat kunt kan graag bedankt hallo wat wanneer jullie zijn mij goedendag",
  pl: "i jest nie ja pan pani w na do z się że czy proszę dziękuję dzień dobry kiedy jak są mogę państwo mi jakie o",
  pt: "o os as e é de que por favor você para com uma um seu em obrigado obrigada olá pode poderia qual quais meu quando não do da me bom dia",
  ro: "și este nu eu la de pe cu un o care vă rog mulțumesc bună ziua când ce sunt pentru aș îmi puteți",
  ru: "и не что я вы мы на в с это как пожалуйста спасибо здравствуйте когда ваш ваши ваше вас можете по у мне какие добрый день",
  sk: "a je nie ja vy my v na do sa že prosím ďakujem dobrý deň kedy ako sú máte môžem ste by otvorené pre vás mi",
  sr: "и није да ја ви ми на у са је се молим хвала када како што добар дан вам ли сте за",
  sv: "och är inte jag du vi min era ni med på till kan vad när tack hej det av har mig öppettider för",
  tr: "ve bir bu için ne mi mı değil ben siz lütfen teşekkürler merhaba zaman nasıl var ile bana saat saatleriniz",
  uk: "і не що я ви ми на в з це як будь ласка дякую коли ваш ваші вас можете мені які добрий день є",
  vi: "và là của tôi bạn không có cho với này xin cảm ơn chào được khi nào mấy giờ vui lòng",
};

export type ByWords = keyof typeof LISTS;

export const WORDS: ReadonlyMap<ByWords, ReadonlySet<string>> = mapped(LISTS, (list) => new Set(list.split(" ")));

function mapped<K extends string, A, B>(record: Record<K, A>, change: (value: A) => B): Map<K, B> {
  const map = new Map<K, B>();
  for (const key in record) map.set(key, change(record[key]));
  return map;
}
