export { answerQuestion, claimQuestion, passOn } from './answer.ts';
export { askQuestion } from './ask.ts';
export { writeBack } from './back.ts';
export { closeAsAsker, closeAsHelper, releaseAnswer, tellIfAlone } from './close.ts';
export { myQuestions, questionsForMe, questionsInShort, questionsISee } from './lists.ts';
export { sharedAnswerHere, suggestAnswers, thisAnswerHelps } from './suggest.ts';
export { questionThread } from './thread.ts';
