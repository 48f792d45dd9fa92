/** How mail is forwarded from a provider's mailbox. Steps are plain sentences; {address} is the agent's address. */
export type Guide = {
  id: string;
  name: string;
  steps: string[];
  note?: string;
  help?: { label: string; href: string };
};

/** Where each guide comes from, and when it was read: docs/forwarding.md. */
export const GUIDES: Guide[] = [
  {
    id: "gmail",
    name: "Gmail",
    steps: [
      "Open Gmail in a browser on a computer.",
      "Click the gear, then “See all settings”, then the tab “Forwarding and POP/IMAP”.",
      "Click “Add a forwarding address” and enter {address}. Click “Next”, “Proceed” and “OK”.",
      "Gmail writes to the agent to ask whether you may. Its code or link appears here within a minute: open the link, or enter the code in Gmail.",
      "Back in Gmail, reload the page. Choose “Forward a copy of incoming mail to”, and “keep Gmail's copy in the Inbox”. Click “Save Changes”.",
    ],
    note: "To forward only some mails, leave forwarding off and make a filter with “Forward it to”.",
    help: { label: "Gmail's help", href: "https://support.google.com/mail/answer/10957" },
  },
  {
    id: "workspace",
    name: "Google Workspace",
    steps: [
      "Do as in Gmail, in the mailbox of the address that your customers write to: settings, “Forwarding and POP/IMAP”, “Add a forwarding address”, {address}.",
      "If that is missing, your administrator has turned it off. In the Admin console it is under Apps, Google Workspace, Gmail, End User Access, “Allow users to automatically forward incoming email”.",
      "The administrator can also forward without the mailbox: Apps, Google Workspace, Gmail, Default routing. Add a setting for the address, choose “Also deliver to”, and enter {address}. This way Google asks for no code.",
      "Test the connection below.",
    ],
    help: { label: "Google's help for administrators", href: "https://support.google.com/a/answer/2368153" },
  },
  {
    id: "group",
    name: "Google Group",
    steps: [
      "In the Admin console, open Directory, Groups, and your group. Under “Access settings”, let everybody outside post, and allow members outside of your organisation.",
      "Under “Members”, add {address} with the subscription “Each email”.",
      "Under “Email options” of the group's settings, turn off subject prefix and footer. They break senders' signatures.",
      "Test the connection below. A group puts its own address into From for senders with a strict policy. If the test says so, use the routing of the guide “Google Workspace” in place of the group.",
    ],
    help: { label: "Google's help for groups", href: "https://support.google.com/a/answer/167430" },
  },
  {
    id: "outlook",
    name: "Outlook.com, Hotmail",
    steps: [
      "Open outlook.com in a browser and click the gear.",
      "Choose “Mail”, then “Forwarding and IMAP”.",
      "Turn on “Enable forwarding”, enter {address}, and turn on “Keep a copy of forwarded messages”. Microsoft may first ask you to prove who you are.",
      "Click “Save”, and test the connection below.",
    ],
    note: "If you use a rule in place of this setting, choose “Redirect to”. “Forward to” makes a new mail in your name.",
    help: {
      label: "Microsoft's help",
      href: "https://support.microsoft.com/office/14614626-9855-48dc-a986-dec81d07b1a0",
    },
  },
  {
    id: "microsoft365",
    name: "Microsoft 365",
    steps: [
      "An administrator must allow forwarding to addresses outside, which is off: Microsoft Defender portal, Email & collaboration, Policies & rules, Threat policies, Anti-spam. Make an outbound policy for this mailbox alone with automatic forwarding “On”.",
      "In the Exchange admin center, open Recipients, Mailboxes, and the mailbox. Click “Manage mail flow settings”, then “Edit” beside “Email forwarding”.",
      "Turn on “Forward all emails sent to this mailbox”, enter {address}, and turn on “Keep a copy of forwarded email in this mailbox”. Click “Save”.",
      "If your firm adds [External] to subjects or a warning to texts, leave this mailbox out of that rule. It breaks senders' signatures.",
      "Test the connection below.",
    ],
    note: "Without that policy, mails come back with the error 5.7.520.",
    help: {
      label: "Microsoft's help for administrators",
      href: "https://learn.microsoft.com/defender-office-365/outbound-spam-policies-external-email-forwarding",
    },
  },
  {
    id: "fastmail",
    name: "Fastmail",
    steps: [
      "Open Settings, then “Filters & Rules”, and click “Create rule”.",
      "Choose the option “All messages” and click “Continue”.",
      "Choose “Send a copy to” and enter {address}.",
      "Click “Save”, and test the connection below.",
    ],
    help: { label: "Fastmail's help", href: "https://www.fastmail.help/hc/en-us/articles/360058753434" },
  },
  {
    id: "cpanel",
    name: "cPanel",
    steps: [
      "Log in to cPanel and open “Forwarders”, in the part “Email”.",
      "Click “Add Forwarder”.",
      "Enter the part before the @ of the address that your customers write to, and choose its domain.",
      "Choose “Forward to Email Address”, enter {address}, and click “Add Forwarder”.",
      "Test the connection below. If mails are held because nothing proves the sender, ask your host to turn on SRS in WHM's Exim settings.",
    ],
    note: "A forwarder keeps no copy, unless a mailbox of the same name exists.",
    help: { label: "cPanel's help", href: "https://docs.cpanel.net/cpanel/email/forwarders/" },
  },
  {
    id: "icloud",
    name: "iCloud",
    steps: [
      "Open icloud.com/mail in a browser and click the gear above the list of mailboxes, then “Settings”.",
      "Choose “Mail Forwarding”, turn on “Forward my email to”, and enter {address}. Leave “Delete messages after forwarding” off.",
      "Click “Done”, and test the connection below.",
    ],
    help: { label: "Apple's help", href: "https://support.apple.com/guide/icloud/mm6b1a3960/icloud" },
  },
  {
    id: "yahoo",
    name: "Yahoo",
    steps: [
      "Forwarding needs a paid plan of Yahoo's.",
      "Open Yahoo Mail in a browser: Settings, “More Settings”, “Mailboxes”, and your address.",
      "Under “Forwarding”, enter {address} and click “Verify”. Yahoo's link appears here within a minute: open it.",
      "Test the connection below.",
    ],
    help: { label: "Yahoo's help", href: "https://help.yahoo.com/kb/SLN22028.html" },
  },
  {
    id: "zoho",
    name: "Zoho",
    steps: [
      "Open Zoho Mail: Settings, “Mail Accounts”, and your address.",
      "Under “Forwards”, add {address}. Zoho's link appears here within a minute: open it and log in.",
      "Leave “Delete Original Email Copy” off, and test the connection below.",
    ],
    help: { label: "Zoho's help", href: "https://www.zoho.com/mail/help/email-forwarding.html" },
  },
  {
    id: "other",
    name: "Another provider or server",
    steps: [
      "Look for “forwarding”, “redirect” or “alias” in the settings of the mailbox, or ask who runs it.",
      "Enter {address} as the target, and keep a copy.",
      "Choose “redirect” where there is a choice. “Forward” often makes a new mail in your name, and the agent then cannot see who wrote.",
      "A server of your own needs SRS (postsrsd for Postfix), or a Sieve rule with “redirect :copy”.",
      "Test the connection below.",
    ],
  },
];
