// A file of its own, so that a bundle loads the composer with the first mail that it writes.
export { default as MailComposer } from "nodemailer/lib/mail-composer";
