import { expect, test } from "vitest";
import { isPublicMailbox, withoutPublic } from "../../../shared/mail/public-mailboxes.ts";

const PROVIDERS =
  `gmail.com googlemail.com hotmail.com hotmail.no hotmail.at hotmail.cl hotmail.com.ar live.com live.com.mx live.ch
  live.fi outlook.com outlook.kr outlook.no outlook.com.ar msn.com yahoo.com yahoo.co.id yahoo.cl yahoo.com.pe
  yahoo.ne.jp ymail.com aol.com aol.de icloud.com me.com mac.com mail.de web.de gmx.net gmx.us gmx.li gmx.it gmx.eu
  t-online.de freenet.de posteo.de seznam.cz wp.pl o2.pl libero.it laposte.net free.fr orange.fr mail.ru bk.ru mail.kz
  yandex.ru yandex.by yandex.com.tr yandex.fr ukr.net qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net
  rediffmail.com zoho.com proton.me protonmail.com pm.me tutanota.com fastmail.fm hey.com comcast.net verizon.net
  bigpond.com uol.com.br terra.com.br bol.com.br`.split(/\s+/);

test("the largest providers are known, even in countries that the list lacks", async () => {
  expect(await withoutPublic(PROVIDERS)).toEqual([]);
  expect(await isPublicMailbox("Alice@Hotmail.NO")).toBe(true);
});

test("an organisation's domain is its own, even if it contains a provider's name", async () => {
  const own = `customer.example bmw.de bbc.co.uk live.sap.fr hotmail.customer.example nothotmail.com.example
    yahoo.shop.co.uk gmail.com.customer.example`.split(/\s+/);
  expect(await withoutPublic(own)).toEqual(own);
  for (const none of ["", "alice", "alice@"]) expect(await isPublicMailbox(none)).toBe(false);
});
