import { appointmentStepPlace, appointmentStepReason, appointmentWishWords } from "@/db/schema/appointments";
import { assessmentAnswerValue, assessmentWithdrawalReason } from "@/db/schema/assessments";
import { checkAnswerValue } from "@/db/schema/check-sitting";
import {
  addressChangeReason,
  clientCorrectionAfter,
  clientCorrectionBefore,
  clientCorrectionReason,
  clientStepGoodbye,
  clientStepReason,
  clientTransferReason,
} from "@/db/schema/client-life";
import { clientRegionNumbers } from "@/db/schema/clients";
import { connectionCheckNote } from "@/db/schema/connection";
import { courtDemandWords } from "@/db/schema/court-demand";
import { emergencyAccessReason, emergencyStepNote } from "@/db/schema/emergency";
import { erasureStepReason, legalHoldReason } from "@/db/schema/erasure";
import {
  distanceMoveInstead,
  distanceMoveSituation,
  exerciseAttemptDetails,
  exerciseAttemptReflection,
} from "@/db/schema/exercises";
import { harmTestReason } from "@/db/schema/exports";
import { chartNoteStepWords, goalStepNote, goalStepWords } from "@/db/schema/goals";
import { linkFollowUpReason } from "@/db/schema/link-follow-up";
import { messageBody } from "@/db/schema/messages";
import { noteVersionAgreed, noteVersionForClient, noteVersionParts, noteVersionReason } from "@/db/schema/notes";
import { partnerInvitationStepNote, partnerTalkAsked } from "@/db/schema/partner-invitation";
import {
  baselineWaiverReason,
  enrolmentDecisionReason,
  enrolmentDecisionWords,
  enrolmentMoveReason,
  enrolmentMoveWords,
  maintenancePlanWords,
  proposalAnswerEvidence,
  proposalAnswerNote,
} from "@/db/schema/protocol";
import { reportAddressee, reportTitle, reportWords } from "@/db/schema/reports";
import { safetyDecisionReason, safetyEventAnswerDetail, safetyEventStepNote } from "@/db/schema/safety";
import { stopChoiceReason, stopChoiceWish } from "@/db/schema/safety-check";
import { proposalUseNote } from "@/db/schema/safety-proposal";
import { signalAnswerNote, signalChoiceNote, signalEventNote } from "@/db/schema/signals";
import { swapAnswerWords, swapRequestWords } from "@/db/schema/swap-requests";
import type { SealedColumn } from "@/db/sealed";

/** What a sealed value of a record is bound to: its row, by whichever of these its column names. */
type AnyRow = { id: string; assessmentId: string; form: string; itemId: string };

/** Sealed columns of the tables that “all of it” is read from. A test compares them with those that are declared. */
const columns: readonly SealedColumn<AnyRow>[] = [
  appointmentStepPlace,
  appointmentStepReason,
  appointmentWishWords,
  assessmentWithdrawalReason,
  assessmentAnswerValue,
  checkAnswerValue,
  clientCorrectionBefore,
  clientCorrectionAfter,
  clientCorrectionReason,
  addressChangeReason,
  clientTransferReason,
  clientStepReason,
  clientStepGoodbye,
  clientRegionNumbers,
  connectionCheckNote,
  courtDemandWords,
  emergencyAccessReason,
  emergencyStepNote,
  erasureStepReason,
  legalHoldReason,
  exerciseAttemptDetails,
  exerciseAttemptReflection,
  distanceMoveSituation,
  distanceMoveInstead,
  goalStepWords,
  goalStepNote,
  chartNoteStepWords,
  linkFollowUpReason,
  messageBody,
  noteVersionParts,
  noteVersionAgreed,
  noteVersionForClient,
  noteVersionReason,
  partnerTalkAsked,
  partnerInvitationStepNote,
  baselineWaiverReason,
  enrolmentDecisionReason,
  enrolmentDecisionWords,
  proposalAnswerEvidence,
  proposalAnswerNote,
  enrolmentMoveReason,
  enrolmentMoveWords,
  maintenancePlanWords,
  reportTitle,
  reportAddressee,
  reportWords,
  stopChoiceReason,
  stopChoiceWish,
  proposalUseNote,
  safetyEventAnswerDetail,
  safetyEventStepNote,
  safetyDecisionReason,
  signalAnswerNote,
  signalEventNote,
  signalChoiceNote,
  swapRequestWords,
  swapAnswerWords,
  harmTestReason,
];

const byName = new Map(columns.map((column) => [`${column.table}.${column.column}_sealed`, column]));

/** Columns of one table that are sealed, and how each is opened; undefined for any other column. */
export const sealedIn = (table: string, column: string): SealedColumn<AnyRow> | undefined =>
  byName.get(`${table}.${column}`);
