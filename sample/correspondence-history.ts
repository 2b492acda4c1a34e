import { attemptSeen } from "@/db/schema/exercises";
import { message, messageBody } from "@/db/schema/messages";
import { addDays, type LocalDate } from "@/lib/time/local-date";
import { type Actorish, noteAudit, noteLastActivity, type Seed, sealedWords, write } from "./seed-writer";
import type { Story } from "./timeline";
import { answersToClients, questionsFromClients, replies } from "./words/correspondence";

type Letter = { id: string; author: Actorish; attemptId?: string; words: string; sentAt: Date; readAt: Date | null };

function writeLetter(seed: Seed, { clientId, client, therapist }: Story, letter: Letter): void {
  const { id, author, attemptId, words, sentAt, readAt } = letter;
  const bodySealed = sealedWords(messageBody, words, id);
  write(seed, message, {
    id,
    clientId,
    authorId: author.id ?? "",
    attemptId: attemptId ?? null,
    bodySealed,
    sentAt,
    readAt,
    readBy: readAt ? ((author.id === client.id ? therapist.id : client.id) ?? null) : null,
  });
  noteAudit(seed, { at: sentAt, by: author, action: "messages.sent", id, clientId });
  if (author.id === client.id) noteLastActivity(seed, clientId, "message", sentAt);
}

/** The therapist reads what was written by the next evening, whether or not an answer follows. */
export function writeSeen(seed: Seed, { id, at, therapist }: Story, attemptId: string, date: LocalDate): void {
  const seenAt = at(addDays(date, 1), 18, 20);
  if (!seenAt) return;
  write(seed, attemptSeen, { id: id("seen", attemptId), attemptId, seenBy: therapist.id ?? "", seenAt });
}

/** The therapist's answer to a reflection, the day after; read that evening. */
export function writeReply(seed: Seed, story: Story, attemptId: string, date: LocalDate): void {
  const luck = story.chance("reply", attemptId);
  const words = luck.pick(replies);
  const sentAt = story.at(addDays(date, 1), luck.between(9, 16), luck.between(0, 59));
  const readAt = story.at(addDays(date, 1), 20, 5);
  if (!sentAt) return;
  const isRead = readAt && !story.isAway(addDays(date, 1));
  writeLetter(seed, story, {
    id: story.id("reply", attemptId),
    author: story.therapist,
    attemptId,
    words,
    sentAt,
    readAt: isRead ? readAt : null,
  });
}

/** About every third client writes on their own account once, somewhere in the weeks they have been here. */
export function writeThread(seed: Seed, story: Story, index: number): void {
  const question = questionsFromClients[Math.floor(index / 3)];
  const answer = answersToClients[Math.floor(index / 3)];
  if (index % 3 !== 1 || !question || !answer || story.person.day < 4) return;
  const date = addDays(story.startDate, Math.min(story.person.day - 2, 16));
  const sentAt = story.at(date, 22, 10);
  const answeredAt = story.at(addDays(date, 1), 9, 20);
  if (!sentAt) return;
  const { client, therapist, id } = story;
  writeLetter(seed, story, { id: id("question"), author: client, words: question, sentAt, readAt: answeredAt });
  if (!answeredAt) return;
  const readAt = story.at(addDays(date, 1), 18, 45);
  writeLetter(seed, story, { id: id("answer"), author: therapist, words: answer, sentAt: answeredAt, readAt });
}
