import type { VNode } from 'preact'
import { liveWord } from '#domain/gatherings/door.views.server.ts'
import { harvestOf } from '#domain/gatherings/harvest.views.server.ts'
import type { Console } from './console.scope.server.ts'
import { HarvestView } from './HarvestView.tsx'
import { DoorView } from './porte/DoorView.tsx'
import { ReviewView } from './ReviewView.tsx'
import { RulesView } from './RulesView.tsx'
import { SweepView } from './SweepView.tsx'
import { WitnessView } from './temoins/WitnessView.tsx'

export type ConsoleSettings = { readonly publicUrl: string }

/** The screen of the table's present step; `stuck` is what was just refused. */
export async function deskOf(held: Console, { publicUrl }: ConsoleSettings, stuck?: string): Promise<VNode> {
  switch (held.view.gathering.phase) {
    case 'rules':
      return <RulesView held={held} stuck={stuck} />
    case 'sweep':
      return <SweepView held={held} stuck={stuck} />
    case 'review':
      return <ReviewView held={held} stuck={stuck} />
    case 'witness':
      return <WitnessView held={held} stuck={stuck} />
    case 'harvest':
      return <HarvestView held={held} harvest={await harvestOf(held.viewer)} stuck={stuck} />
    default:
      return (
        <DoorView held={held} live={await liveWord(held.viewer)} publicUrl={publicUrl} isDesk stuck={stuck} />
      )
  }
}
