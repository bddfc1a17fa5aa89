import type { InjectionKey } from 'vue'
import type { DeskCommands } from './deskCommands.ts'

export const deskCommandsKey: InjectionKey<DeskCommands> = Symbol('desk commands')
