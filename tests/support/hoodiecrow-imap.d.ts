declare module "hoodiecrow-imap" {
  type ImapServer = {
    server: import("node:net").Server;
    listen(port: number, host: string): void;
    close(done: () => void): void;
  };
  function hoodiecrow(options?: { plugins?: string[] }): ImapServer;
  export = hoodiecrow;
}
