import { expect, test } from "vitest";
import { replySubject } from "../../../shared/mail/reply-subject.ts";

test.each([
  ["Hours", "Re: Hours"],
  ["Re: Hours", "Re: Hours"],
  ["RE: re: Hours", "Re: Hours"],
  ["AW: SV: Antw: VS: Odp: Hours", "Re: Hours"],
  ["Re[2]: Hours", "Re: Hours"],
  ["RE :Hours", "Re: Hours"],
  ["Re:Re:Hours", "Re: Hours"],
  ["Re：Re: 問題", "Re: 問題"],
  ["ＲＥ： 問題", "Re: 問題"],
  ["回复: 问题", "Re: 问题"],
  ["答复：回覆: 问题", "Re: 问题"],
  ["返信： 質問", "Re: 質問"],
  ["답장: 회신: 질문", "Re: 질문"],
  ["رد: سؤال", "Re: سؤال"],
  ["השב: שאלה", "Re: שאלה"],
  ["Ответ: НА: Отв: Вопрос", "Re: Вопрос"],
  ["Відп: Питання", "Re: Питання"],
  ["ΑΠ: ΣΧΕΤ: Ερώτηση", "Re: Ερώτηση"],
  ["RES: Orçamento", "Re: Orçamento"],
  ["Antwort: Frage", "Re: Frage"],
  ["YNT: Soru", "Re: Soru"],
  ["V\u00e1: Va\u0301: K\u00e9rd\u00e9s", "Re: Kérdés"],
  ["RIF: R: Domanda", "Re: Domanda"],
  ["Trả lời: Câu hỏi", "Re: Câu hỏi"],
  ["RE\u00a0: Question", "Re: Question"],
  ["RE\u202f: Rép\u00a0: Question", "Re: Question"],
  ["Re(3): Re^2: RE[1][2]: Re *2: Hours", "Re: Hours"],
  ["Re: AW: 回复：Ответ : Hours", "Re: Hours"],
  ["Réf: Question", "Re: Réf: Question"],
  ["Ref: 12", "Re: Ref: 12"],
  ["RV: Pregunta", "Re: RV: Pregunta"],
  ["Re: TR: WG: Re: Hours", "Re: TR: WG: Re: Hours"],
  ["转发: 问题", "Re: 转发: 问题"],
  ["r: a language", "Re: r: a language"],
  ["Automatische Antwort: weg", "Re: Automatische Antwort: weg"],
  ["Reservation: two", "Re: Reservation: two"],
  ["Nachtrag: drei", "Re: Nachtrag: drei"],
  ["12:30 Re: lunch", "Re: 12:30 Re: lunch"],
  ["", "Re: (no subject)"],
  ["  ", "Re: (no subject)"],
  ["Re:", "Re: (no subject)"],
  ["Research: a plan", "Re: Research: a plan"],
  ["Fwd: Hours", "Re: Fwd: Hours"],
  ["Hours Re: Sunday", "Re: Hours Re: Sunday"],
  ["Hours\r\nBcc: victim@bank.example", "Re: Hours Bcc: victim@bank.example"],
])("the answer to %j has the subject %j", (subject, expected) => {
  expect(replySubject(subject)).toBe(expected);
});

test("a subject has at most 255 characters", () => {
  expect(replySubject("x".repeat(251))).toBe(`Re: ${"x".repeat(251)}`);
  expect(replySubject("x".repeat(300))).toBe(`Re: ${"x".repeat(251)}`);
});

test("a long run of answer prefixes is read quickly", () => {
  expect(replySubject(`${"Re".repeat(100_000)}x`)).toHaveLength(255);
  expect(replySubject("Re: ".repeat(100_000))).toBe("Re: (no subject)");
});
