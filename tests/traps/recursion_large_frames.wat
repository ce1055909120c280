;; Recursion with large frames: 300 parameters, most of which go over the stack at every call. The guard below the stack
;; is met although each frame steps over kilobytes of it.
(module
  (func $large (param
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64
    i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64 i64)
    (call $large (i64.add (local.get 0) (i64.const 1))
      (local.get 1) (local.get 2) (local.get 3) (local.get 4) (local.get 5) (local.get 6)
      (local.get 7) (local.get 8) (local.get 9) (local.get 10) (local.get 11) (local.get 12)
      (local.get 13) (local.get 14) (local.get 15) (local.get 16) (local.get 17) (local.get 18)
      (local.get 19) (local.get 20) (local.get 21) (local.get 22) (local.get 23) (local.get 24)
      (local.get 25) (local.get 26) (local.get 27) (local.get 28) (local.get 29) (local.get 30)
      (local.get 31) (local.get 32) (local.get 33) (local.get 34) (local.get 35) (local.get 36)
      (local.get 37) (local.get 38) (local.get 39) (local.get 40) (local.get 41) (local.get 42)
      (local.get 43) (local.get 44) (local.get 45) (local.get 46) (local.get 47) (local.get 48)
      (local.get 49) (local.get 50) (local.get 51) (local.get 52) (local.get 53) (local.get 54)
      (local.get 55) (local.get 56) (local.get 57) (local.get 58) (local.get 59) (local.get 60)
      (local.get 61) (local.get 62) (local.get 63) (local.get 64) (local.get 65) (local.get 66)
      (local.get 67) (local.get 68) (local.get 69) (local.get 70) (local.get 71) (local.get 72)
      (local.get 73) (local.get 74) (local.get 75) (local.get 76) (local.get 77) (local.get 78)
      (local.get 79) (local.get 80) (local.get 81) (local.get 82) (local.get 83) (local.get 84)
      (local.get 85) (local.get 86) (local.get 87) (local.get 88) (local.get 89) (local.get 90)
      (local.get 91) (local.get 92) (local.get 93) (local.get 94) (local.get 95) (local.get 96)
      (local.get 97) (local.get 98) (local.get 99) (local.get 100) (local.get 101) (local.get 102)
      (local.get 103) (local.get 104) (local.get 105) (local.get 106) (local.get 107) (local.get 108)
      (local.get 109) (local.get 110) (local.get 111) (local.get 112) (local.get 113) (local.get 114)
      (local.get 115) (local.get 116) (local.get 117) (local.get 118) (local.get 119) (local.get 120)
      (local.get 121) (local.get 122) (local.get 123) (local.get 124) (local.get 125) (local.get 126)
      (local.get 127) (local.get 128) (local.get 129) (local.get 130) (local.get 131) (local.get 132)
      (local.get 133) (local.get 134) (local.get 135) (local.get 136) (local.get 137) (local.get 138)
      (local.get 139) (local.get 140) (local.get 141) (local.get 142) (local.get 143) (local.get 144)
      (local.get 145) (local.get 146) (local.get 147) (local.get 148) (local.get 149) (local.get 150)
      (local.get 151) (local.get 152) (local.get 153) (local.get 154) (local.get 155) (local.get 156)
      (local.get 157) (local.get 158) (local.get 159) (local.get 160) (local.get 161) (local.get 162)
      (local.get 163) (local.get 164) (local.get 165) (local.get 166) (local.get 167) (local.get 168)
      (local.get 169) (local.get 170) (local.get 171) (local.get 172) (local.get 173) (local.get 174)
      (local.get 175) (local.get 176) (local.get 177) (local.get 178) (local.get 179) (local.get 180)
      (local.get 181) (local.get 182) (local.get 183) (local.get 184) (local.get 185) (local.get 186)
      (local.get 187) (local.get 188) (local.get 189) (local.get 190) (local.get 191) (local.get 192)
      (local.get 193) (local.get 194) (local.get 195) (local.get 196) (local.get 197) (local.get 198)
      (local.get 199) (local.get 200) (local.get 201) (local.get 202) (local.get 203) (local.get 204)
      (local.get 205) (local.get 206) (local.get 207) (local.get 208) (local.get 209) (local.get 210)
      (local.get 211) (local.get 212) (local.get 213) (local.get 214) (local.get 215) (local.get 216)
      (local.get 217) (local.get 218) (local.get 219) (local.get 220) (local.get 221) (local.get 222)
      (local.get 223) (local.get 224) (local.get 225) (local.get 226) (local.get 227) (local.get 228)
      (local.get 229) (local.get 230) (local.get 231) (local.get 232) (local.get 233) (local.get 234)
      (local.get 235) (local.get 236) (local.get 237) (local.get 238) (local.get 239) (local.get 240)
      (local.get 241) (local.get 242) (local.get 243) (local.get 244) (local.get 245) (local.get 246)
      (local.get 247) (local.get 248) (local.get 249) (local.get 250) (local.get 251) (local.get 252)
      (local.get 253) (local.get 254) (local.get 255) (local.get 256) (local.get 257) (local.get 258)
      (local.get 259) (local.get 260) (local.get 261) (local.get 262) (local.get 263) (local.get 264)
      (local.get 265) (local.get 266) (local.get 267) (local.get 268) (local.get 269) (local.get 270)
      (local.get 271) (local.get 272) (local.get 273) (local.get 274) (local.get 275) (local.get 276)
      (local.get 277) (local.get 278) (local.get 279) (local.get 280) (local.get 281) (local.get 282)
      (local.get 283) (local.get 284) (local.get 285) (local.get 286) (local.get 287) (local.get 288)
      (local.get 289) (local.get 290) (local.get 291) (local.get 292) (local.get 293) (local.get 294)
      (local.get 295) (local.get 296) (local.get 297) (local.get 298) (local.get 299)))
  (func $main (export "_start")
    (call $large
      (i64.const 0) (i64.const 1) (i64.const 2) (i64.const 3) (i64.const 4) (i64.const 5)
      (i64.const 6) (i64.const 7) (i64.const 8) (i64.const 9) (i64.const 10) (i64.const 11)
      (i64.const 12) (i64.const 13) (i64.const 14) (i64.const 15) (i64.const 16) (i64.const 17)
      (i64.const 18) (i64.const 19) (i64.const 20) (i64.const 21) (i64.const 22) (i64.const 23)
      (i64.const 24) (i64.const 25) (i64.const 26) (i64.const 27) (i64.const 28) (i64.const 29)
      (i64.const 30) (i64.const 31) (i64.const 32) (i64.const 33) (i64.const 34) (i64.const 35)
      (i64.const 36) (i64.const 37) (i64.const 38) (i64.const 39) (i64.const 40) (i64.const 41)
      (i64.const 42) (i64.const 43) (i64.const 44) (i64.const 45) (i64.const 46) (i64.const 47)
      (i64.const 48) (i64.const 49) (i64.const 50) (i64.const 51) (i64.const 52) (i64.const 53)
      (i64.const 54) (i64.const 55) (i64.const 56) (i64.const 57) (i64.const 58) (i64.const 59)
      (i64.const 60) (i64.const 61) (i64.const 62) (i64.const 63) (i64.const 64) (i64.const 65)
      (i64.const 66) (i64.const 67) (i64.const 68) (i64.const 69) (i64.const 70) (i64.const 71)
      (i64.const 72) (i64.const 73) (i64.const 74) (i64.const 75) (i64.const 76) (i64.const 77)
      (i64.const 78) (i64.const 79) (i64.const 80) (i64.const 81) (i64.const 82) (i64.const 83)
      (i64.const 84) (i64.const 85) (i64.const 86) (i64.const 87) (i64.const 88) (i64.const 89)
      (i64.const 90) (i64.const 91) (i64.const 92) (i64.const 93) (i64.const 94) (i64.const 95)
      (i64.const 96) (i64.const 97) (i64.const 98) (i64.const 99) (i64.const 100) (i64.const 101)
      (i64.const 102) (i64.const 103) (i64.const 104) (i64.const 105) (i64.const 106) (i64.const 107)
      (i64.const 108) (i64.const 109) (i64.const 110) (i64.const 111) (i64.const 112) (i64.const 113)
      (i64.const 114) (i64.const 115) (i64.const 116) (i64.const 117) (i64.const 118) (i64.const 119)
      (i64.const 120) (i64.const 121) (i64.const 122) (i64.const 123) (i64.const 124) (i64.const 125)
      (i64.const 126) (i64.const 127) (i64.const 128) (i64.const 129) (i64.const 130) (i64.const 131)
      (i64.const 132) (i64.const 133) (i64.const 134) (i64.const 135) (i64.const 136) (i64.const 137)
      (i64.const 138) (i64.const 139) (i64.const 140) (i64.const 141) (i64.const 142) (i64.const 143)
      (i64.const 144) (i64.const 145) (i64.const 146) (i64.const 147) (i64.const 148) (i64.const 149)
      (i64.const 150) (i64.const 151) (i64.const 152) (i64.const 153) (i64.const 154) (i64.const 155)
      (i64.const 156) (i64.const 157) (i64.const 158) (i64.const 159) (i64.const 160) (i64.const 161)
      (i64.const 162) (i64.const 163) (i64.const 164) (i64.const 165) (i64.const 166) (i64.const 167)
      (i64.const 168) (i64.const 169) (i64.const 170) (i64.const 171) (i64.const 172) (i64.const 173)
      (i64.const 174) (i64.const 175) (i64.const 176) (i64.const 177) (i64.const 178) (i64.const 179)
      (i64.const 180) (i64.const 181) (i64.const 182) (i64.const 183) (i64.const 184) (i64.const 185)
      (i64.const 186) (i64.const 187) (i64.const 188) (i64.const 189) (i64.const 190) (i64.const 191)
      (i64.const 192) (i64.const 193) (i64.const 194) (i64.const 195) (i64.const 196) (i64.const 197)
      (i64.const 198) (i64.const 199) (i64.const 200) (i64.const 201) (i64.const 202) (i64.const 203)
      (i64.const 204) (i64.const 205) (i64.const 206) (i64.const 207) (i64.const 208) (i64.const 209)
      (i64.const 210) (i64.const 211) (i64.const 212) (i64.const 213) (i64.const 214) (i64.const 215)
      (i64.const 216) (i64.const 217) (i64.const 218) (i64.const 219) (i64.const 220) (i64.const 221)
      (i64.const 222) (i64.const 223) (i64.const 224) (i64.const 225) (i64.const 226) (i64.const 227)
      (i64.const 228) (i64.const 229) (i64.const 230) (i64.const 231) (i64.const 232) (i64.const 233)
      (i64.const 234) (i64.const 235) (i64.const 236) (i64.const 237) (i64.const 238) (i64.const 239)
      (i64.const 240) (i64.const 241) (i64.const 242) (i64.const 243) (i64.const 244) (i64.const 245)
      (i64.const 246) (i64.const 247) (i64.const 248) (i64.const 249) (i64.const 250) (i64.const 251)
      (i64.const 252) (i64.const 253) (i64.const 254) (i64.const 255) (i64.const 256) (i64.const 257)
      (i64.const 258) (i64.const 259) (i64.const 260) (i64.const 261) (i64.const 262) (i64.const 263)
      (i64.const 264) (i64.const 265) (i64.const 266) (i64.const 267) (i64.const 268) (i64.const 269)
      (i64.const 270) (i64.const 271) (i64.const 272) (i64.const 273) (i64.const 274) (i64.const 275)
      (i64.const 276) (i64.const 277) (i64.const 278) (i64.const 279) (i64.const 280) (i64.const 281)
      (i64.const 282) (i64.const 283) (i64.const 284) (i64.const 285) (i64.const 286) (i64.const 287)
      (i64.const 288) (i64.const 289) (i64.const 290) (i64.const 291) (i64.const 292) (i64.const 293)
      (i64.const 294) (i64.const 295) (i64.const 296) (i64.const 297) (i64.const 298) (i64.const 299))))

;; $ recursion_large_frames
;; wasm trap: call stack exhausted
;; wasm backtrace:
;;     0: the innermost frame
;;     ... more frames
;;     N: 0x45e - large
;;     N: 0x7a8 - main
;; [status 134]
