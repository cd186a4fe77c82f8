import { answersContract } from '../store/contract/answers.ts';
import { deletionContract } from '../store/contract/deletion.ts';
import { feedbackContract } from '../store/contract/feedback.ts';
import { gapsContract } from '../store/contract/gaps.ts';
import { inputContract } from '../store/contract/input.ts';
import type { OpenTestStore } from '../store/contract/open.ts';
import { settingsContract } from '../store/contract/settings.ts';

/** What every store of what people did and set does. */
export function storeContract(name: string, openTestStore: OpenTestStore): void {
  for (const contract of [settingsContract, answersContract, feedbackContract, gapsContract, deletionContract, inputContract]) {
    contract(name, openTestStore);
  }
}
