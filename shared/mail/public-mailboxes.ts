import { domainOf } from "./address.ts";

/**
 * Domains in which anybody can have a mailbox: one mailbox says nothing of another. They are the largest of the world's
 * mailbox providers by their own figures; the public lists of "free mail domains" are no use here, since they name
 * throw-away domains as well. A domain that is missing is treated as one organisation's, which is the stricter way for
 * its cap.
 */
const PUBLIC = new Set(
  `126.com 163.com aol.com bluewin.ch btinternet.com comcast.net daum.net fastmail.com free.fr freenet.de gmail.com
  gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.fr hotmail.it
  icloud.com interia.pl laposte.net libero.it live.co.uk live.com live.de live.fr live.nl mac.com mail.com mail.ru
  mailbox.org me.com msn.com naver.com o2.pl onet.pl orange.fr outlook.com outlook.de outlook.es outlook.fr outlook.it
  pm.me posteo.de proton.me protonmail.com qq.com rambler.ru rediffmail.com seznam.cz sfr.fr sina.com t-online.de
  terra.com.br tuta.com tutanota.com ukr.net uol.com.br virgilio.it wanadoo.fr web.de wp.pl ya.ru yahoo.ca yahoo.co.in
  yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru zoho.com`.split(
    /\s+/,
  ),
);

/** True for an address at a provider where neighbours in the domain are strangers. */
export function isPublicMailbox(address: string): boolean {
  return PUBLIC.has(domainOf(address));
}
