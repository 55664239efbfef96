/** What lies in the mailbox: a few messages of everyday work, and what add-ins and people add while the page is open. */
import type { ShownItem } from './item-data';

export interface StoredMessage extends ShownItem {
  readonly unread: boolean;
  readonly preview: string;
}

const MINUTE_MS = 60_000;

interface Sample {
  readonly from: string;
  readonly subject: string;
  readonly minutesAgo: number;
  readonly unread?: boolean;
  readonly text: readonly string[];
}

const SAMPLES: readonly Sample[] = [
  {
    from: 'Noor Haddad',
    subject: 'Route plan for the autumn fair',
    minutesAgo: 12,
    unread: true,
    text: [
      'Good morning,',
      'the plan for the fair is nearly done. The stand is number 14 again, beside the coffee bar.',
      'Could you look over the list of visitors before Thursday? I have kept the names from last year.',
      'Thanks, Noor',
    ],
  },
  {
    from: 'Jonas Berg',
    subject: 'Re: Delivery window on Friday',
    minutesAgo: 47,
    unread: true,
    text: [
      'Between nine and eleven works for us.',
      'The gate on the north side is open, the driver can ring at the office.',
      'Jonas',
    ],
  },
  {
    from: 'Facilities',
    subject: 'New coffee machines on floors 2 and 4',
    minutesAgo: 130,
    text: ['From Monday on both floors have a new machine. Please bring your own cup for the first week.'],
  },
  {
    from: 'Hanna Lindqvist',
    subject: 'Notes from the customer visit',
    minutesAgo: 320,
    text: [
      'Attached are my notes. The short version: they like the new pages, and they want fewer e-mails.',
      'We agreed on a second visit in three weeks.',
    ],
  },
  {
    from: 'Payroll',
    subject: 'Your statement for last month is ready',
    minutesAgo: 1500,
    text: ['You will find it in the usual place. Questions go to the third floor.'],
  },
];

function addressOf(name: string, domain: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@${domain}`;
}

/** The messages with which a mailbox starts. */
export function sampleMessages(domain: string, nowMs: number): readonly StoredMessage[] {
  return SAMPLES.map((sample, index) => ({
    id: `sample-${index + 1}`,
    subject: sample.subject,
    fromName: sample.from,
    fromAddress: addressOf(sample.from, domain),
    receivedMs: nowMs - sample.minutesAgo * MINUTE_MS,
    unread: sample.unread ?? false,
    preview: sample.text.join(' ').slice(0, 90),
    body: sample.text.map((line) => `<p>${line}</p>`).join(''),
  }));
}
