export { answerQuestion, claimQuestion, passOn } from './answer.ts';
export { callIn, expertsToAsk, stepBack, withdrawCallIn } from './call-in.ts';
export { changeTheme } from './change-theme.ts';
export { sayComing } from './coming.ts';
export { giveQuestion, helpersToGive } from './give.ts';
export { goAway } from './go-away.ts';
export { helperSide } from './helper-side.ts';
export { writeNote } from './notes.ts';
export { cancelReminder, remindMe, reminderMoments } from './remind.ts';
export {
  changeStandardAnswer,
  removeStandardAnswer,
  restoreStandardAnswer,
  standardAnswerHere,
  standardAnswersHere,
  writeStandardAnswer,
} from './standard-answers.ts';
export { takeBack } from './take-back.ts';
export { undoClose } from './undo-close.ts';
export { askQuestion } from './ask.ts';
export { chooseCoach, otherCoaches, whoMayHelpMe } from './choose.ts';
export type { WhoMayHelp } from './choose.ts';
export type { CoachChoice } from './coaches.ts';
export { writeBack } from './back.ts';
export { closeAsAsker, closeAsHelper, releaseAnswer, tellIfAlone } from './close.ts';
export { findQuestions } from './find-questions.ts';
export { questionsListed } from './list.ts';
export { listsForMe, waitsForMe } from './waiting.ts';
export { questionsISee } from './lists.ts';
export { longWaiting, questionsInShort } from './short-list.ts';
export { sharedAnswerHere, suggestAnswers, thisAnswerHelps } from './suggest.ts';
export { mergeQuestions, undoMerge } from './merge.ts';
export { questionsToMerge } from './to-merge.ts';
export { splitQuestion } from './split.ts';
export { undoSplit } from './split-undo.ts';
export { standsWithMe } from './standing.ts';
export { startHere } from './start.ts';
export { questionThread } from './thread.ts';
export { urgentContacts } from './urgent.ts';
export { meToo, notMeToo } from './known-problem-followers.ts';
export { endProblem, problemHere, problemsHere, publishProblem } from './known-problems.ts';
export { noteQuestion } from './note-for.ts';
export {
  addToGuidance,
  changeGuidance,
  endGuidance,
  guidanceHere,
  guidancesHere,
  resumeGuidance,
  startGuidance,
  takeFromGuidance,
} from './guidance.ts';
export { changeMoment, momentHere, noteMoment } from './guidance-moments.ts';
export {
  answerFollowUp,
  finishFollowUp,
  followUpFor,
  proposeFollowUp,
  withdrawFollowUp,
} from './follow-up.ts';
export { followUpHere, followUpsForMe, followUpsIn } from './follow-up-seen.ts';
