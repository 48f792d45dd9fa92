import { domainOf } from "./address.ts";

/**
 * Domains in which anybody can have a mailbox: one mailbox says nothing of another. They are the largest of the world's
 * mailbox and access providers; the public lists of "free mail domains" are no use here, since they name
 * throw-away domains as well. A domain that is missing is treated as one organisation's, which is the stricter way for
 * its cap.
 */
const PUBLIC = new Set(
  `126.com 139.com 163.com 189.cn 21cn.com a1.net abv.bg aim.com alice.it aliceadsl.fr aol.com aon.at arcor.de
  atlas.cz att.net azet.sk bbox.fr bell.net bellsouth.net biglobe.ne.jp bigpond.com bk.ru bluewin.ch
  blueyonder.co.uk bol.com.br btinternet.com btopenworld.com centrum.cz centurylink.net charter.net chello.at
  chello.nl citromail.hu club-internet.fr comcast.net comhem.se cox.net daum.net docomo.ne.jp duck.com earthlink.net
  email.com email.cz email.de ezweb.ne.jp fastmail.com fastwebnet.it foxmail.com free.fr freemail.hu freenet.de
  frontier.com gazeta.pl globo.com gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hanmail.net
  hetnet.nl hey.com hispeed.ch home.nl hotmail.be hotmail.ca hotmail.co.uk hotmail.com hotmail.de hotmail.es
  hotmail.fr hotmail.it hotmail.nl hushmail.com i.ua icloud.com ig.com.br in.com inbox.ru interia.pl internet.ru
  juno.com kakao.com kpnmail.nl laposte.net libero.it list.ru live.be live.ca live.cn live.co.uk live.com live.de
  live.fr live.it live.nl live.se mac.com mail.bg mail.com mail.ru mailbox.org mailfence.com me.com meta.ua
  mindspring.com movistar.es msn.com nate.com naver.com neuf.fr nifty.com ntlworld.com numericable.fr o2.pl
  ocn.ne.jp onet.pl online.de online.no ono.com op.pl optonline.net optusnet.com.au orange.fr outlook.at outlook.be
  outlook.com outlook.de outlook.es outlook.fr outlook.it outlook.jp outlook.pt planet.nl pm.me poczta.onet.pl
  post.cz posteo.de privaterelay.appleid.com proton.me protonmail.com proximus.be qq.com rambler.ru rediffmail.com
  riseup.net rocketmail.com rogers.com runbox.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sina.com sky.com
  skynet.be softbank.ne.jp sohu.com spectrum.net startmail.com sunrise.ch sympatico.ca t-online.de talktalk.net
  telefonica.net telenet.be telia.com telus.net terra.com.br tin.it tiscali.it tlen.pl tut.by tuta.com tutanota.com
  ukr.net uol.com.br upcmail.nl verizon.net videotron.ca virgilio.it virginmedia.com vodafone.de vp.pl wanadoo.fr
  web.de windstream.net wp.pl xs4all.nl xtra.co.nz ya.ru yahoo.ca yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.uk
  yahoo.com yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.hk yahoo.com.mx yahoo.com.sg yahoo.com.tw yahoo.com.vn
  yahoo.de yahoo.es yahoo.fr yahoo.gr yahoo.in yahoo.it yahoo.ro yahoo.se yandex.by yandex.com yandex.kz yandex.ru
  yandex.ua yeah.net ymail.com ziggo.nl zoho.com zohomail.com zohomail.eu zoznam.sk`.split(/\s+/),
);

/** True for an address at a provider where neighbours in the domain are strangers. */
export function isPublicMailbox(address: string): boolean {
  return PUBLIC.has(domainOf(address));
}
