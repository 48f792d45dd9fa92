import { SqsStore } from "../../../node_modules/fauxqs/dist/sqs/sqsStore.js";
import { FairShare } from "./fair-share.ts";
import { groupOf } from "./sqs-messages.ts";

type SqsQueue = ReturnType<SqsStore["createQueue"]>;

/** fauxqs hands messages out in the order in which they came; a standard queue of SQS is fair to groups. */
export class FairSqsStore extends SqsStore {
  override createQueue(...made: Parameters<SqsStore["createQueue"]>): SqsQueue {
    const queue = super.createQueue(...made);
    if (!queue.isFifo()) makeFair(queue);
    return queue;
  }
}

/** While there are noisy groups, the messages of all others are handed out first. */
function makeFair(queue: SqsQueue): void {
  const share = new FairShare();
  const dequeue = queue.dequeue.bind(queue);
  queue.dequeue = (count, visibility, deadLetters) => {
    // Messages that become visible again are added only here, and must be sorted into the others.
    queue.processTimers();
    const noisy = share.noisyGroups(Date.now());
    if (noisy.size > 0) {
      const isNoisy = (message: SqsQueue["messages"][number]) => noisy.has(groupOf(message));
      queue.messages = [...queue.messages.filter((one) => !isNoisy(one)), ...queue.messages.filter(isNoisy)];
    }
    const received = dequeue(count, visibility, deadLetters);
    for (const { ReceiptHandle } of received) {
      const taken = queue.inflightMessages.get(ReceiptHandle);
      if (!taken) continue;
      const { message, visibilityDeadline: until } = taken;
      share.take(ReceiptHandle, { group: groupOf(message), since: Date.now(), until });
    }
    return received;
  };
  const deleteMessage = queue.deleteMessage.bind(queue);
  queue.deleteMessage = (receipt) => {
    share.finish(receipt, Date.now());
    return deleteMessage(receipt);
  };
}
