// What a room may not import is mapped here by its tsconfig ("paths"): this file is no module, so the compiler says so.
declare const notInThisRoom: never
