/**
 * Forms of one Hanja as Korea (and Taiwan), Japan and China write it, of the characters that occur in names of Chinese
 * places, firms and leaders and in economic terms. Facts of the Unicode Han database: kSimplifiedVariant and
 * kTraditionalVariant for the Chinese forms, kZVariant and kSemanticVariant for 靑 and 青, the joyo table for the
 * Japanese ones. A character that simplifying made the same as another that is in use (後 and 后, 裏 and 里, 乾 and 干,
 * 範 and 范) is left out, so that no two words become one.
 */
const FORMS = `
  贛赣 廣広广 貴贵 陽阳 寧宁 內内 連连 達达 慶庆 東东 營営营 薩萨 來来 賓宾 蘭兰 遼辽
  樂楽乐 婁娄 雲云 瀘泸 隴陇 龍竜龙 盤盘 則则 麗丽 臨临 滄沧 馬马 綿绵 寶宝 雞鷄鸡 頭头
  銀银 畢毕 節节 濱浜滨 關関关 紹绍 興兴 饒饶 廈厦 門门 雙双 鴨鸭 許许 莊荘庄 鄉鄕乡 臺台
  峽峡 亞亜亚 隨随 綏绥 蘇苏 遷迁 順顺 揚扬 爾尔 鹽塩盐 烏乌 魯鲁 齊斉齐 無无 錫锡 漢汉
  蕪芜 溫温 濰潍 運运 鷹鹰 張张 鎮鎭镇 鄭郑 駐驻 衛衞卫 濟済济 錦锦 晉晋 華华 荊荆 棗枣
  義义 貢贡 資资 長长 欽钦 島岛 遠远 開开 瑪玛 鐵鉄铁 嶺岭 銅铜 撫抚 頂顶 涼凉 鄲郸 鶴鹤
  崗岗 澤沢泽 懷懐怀 黃黄 岡冈 蘆芦 倫伦 貝贝 電电 團団团 國国 發発发 網网 時时 風风 車车
  聯联 動动 學学 園园 鵬鹏 螞蚂 蟻蚁 萬万 樹树 設设 術术 農农 業业 飛飞 氣気气 進进 際际
  訊讯 儲储 騰腾 復复 爲為为 韓韩 減减 稅税 額额 場场 賣売卖 權権权 財财 債债 綠緑绿 貸贷
  報报 價価价 冊册 數数 幣币 險険险 產産产 費费 總総总 寬宽 離离 購购 統统 匯汇 間间 隱隠隐
  務务 轉転转 預预 機机 構构 導导 積积 備备 專専专 項项 別别 讓譲让 貨货 換换 對対对 經経经
  潤润 規规 調调 貿贸 滲渗 會会 廠厂 環环 區区 狹狭 鏈链 鎵镓 語语 鍺锗 體体 應応应 實実实
  驗験验 過过 纖繊纤 點点 鈉钠 據拠据 駕驾 駛驶 鋰锂 樞枢 紐纽 醫医 藥薬药 氫氢 純纯 樣様样
  顯顕显 礎础 計计 創创 圓円圆 獨独 獸獣兽 療疗 個个 戶戸户 裝装 態态 戰戦战 傳伝传 識识
  樁桩 遞递 壓压 鍵键 礦鉱矿 變変变 磚砖 組组 織织 黨党 員员 議议 軍军 紀纪 檢検检 書书
  記记 鄧邓 藍蓝 強强 習习 濤涛 滬沪 趙赵 勝胜 兩両两 灣湾 鰲鳌 壩坝 粵粤 帶帯带 潛潜 橫横
  琿珲 橋桥 線线 劃划 護护 質质 給给 側侧 結结 級级 競竞 爭争 擴拡扩 負负 單単单 絲丝 綢绸
  諜谍 壟垄 斷断 穩穏稳 見见 舊旧 類类 試试 極极 適适 綜综 夢梦 現现 偉伟 轄辖 縣県县
  肅粛肃 壯壮 陝陕 維维 邊辺边 鮮鲜 輸输 監监 糧粮 郵邮 辦办 聞闻 廳庁厅 審审 與与 協协
  視视 證証证 聲声 脫脱 鉤钩 簽签 壘垒 傾倾 銷销 論论 壇坛 補补 貼贴 陸陆 諒谅 錄録录 歐欧
  覽覧览 層层 頃顷 劉刘 陳陈 吳呉吴 葉叶 羅罗 孫孙 錢銭钱 馮冯 賀贺 嚴厳严 譚谭 謝谢 鄒邹
  蕭萧 盧卢 龔龚 閻阎 賈贾 顧顾 龐庞 鐘钟 楊杨 賴赖 蔣蒋 呂吕 潔洁 堅坚 傑杰 蓮莲 鳳凤
  鴻鸿 賢贤 閩闽 瓊琼 灤滦 潁颍 陰阴 閘闸 萊莱 榮栄荣 聖圣 靜静 虛虚 熱热 勞労劳 歷歴历
  縱縦纵 綱纲 細细 絡络 絕绝 緊紧 緬缅 綸纶 緣縁缘 編编 緯纬 續続续 繼継继 績绩 終终 約约
  紅红 紙纸 納纳 紡纺 絨绒 緩缓 縮缩 纜缆 說説说 話话 請请 課课 誠诚 談谈 訪访 評评 該该
  詳详 認认 誤误 讀読读 譯訳译 講讲 謀谋 諾诺 贊赞 貫贯 販贩 責责 貧贫 賠赔 賦赋 賽赛 贏赢
  贈赠 軌轨 軟软 較较 載载 輕軽轻 輛辆 輝辉 輪轮 輯辑 轟轰 遲遅迟 選选 遺遗 還还 郟郏 鄰邻
  醬酱 釀醸酿 釋釈释 針针 釣钓 鈴铃 鋁铝 鋼钢 錳锰 鎂镁 鎢钨 鎳镍 鉑铂 鉀钾 鉛铅 鈣钙 鈦钛
  鈷钴 鑄铸 閉闭 閣阁 閱阅 闊阔 隊队 階阶 難难 霧雾 靈霊灵 韻韵 響响 頁页 領领 頻频 題题
  顏颜 願愿 飯饭 飲饮 養养 館馆 駱骆 騎骑 驅駆驱 驚惊 鬧闹 魚鱼 鯨鲸 鳥鸟 鴉鸦 麥麦 黑黒
  黙默 嗎吗 喬乔 嘗尝 噸吨 囑嘱 圍囲围 圖図图 執执 塊块 塵尘 墊垫 壽寿 奪夺 奮奋 婦妇 媽妈
  寫写 將将 尋寻 屆届 屬属 嶼屿 幫帮 庫库 廟庙 廢廃废 彈弾弹 彌弥 徑径 從従从 惡悪恶 愛爱
  慮虑 憑凭 懸悬 戲戯戏 揮挥 損损 搖摇 擇択择 擊撃击 擔担 擁拥 攝摂摄 敗败 敵敌 斂敛 曉晓
  朧胧 條条 棟栋 樓楼 標标 欄栏 歸帰归 殘残 殼壳 毀毁 決决 沒没 況况 淚泪 淨净 淪沦 測测
  渾浑 湯汤 溝沟 滅灭 滯滞 漁渔 漲涨 潑泼 濃浓 濕湿 瀏浏 瀾澜 災灾 燈灯 燒焼烧 爐炉 牆墙
  犧牺 狀状 獎奖 獲获 畝亩 畫画 當当 疊叠 瘋疯 盡尽 盜盗 碩硕 確确 禮礼 禍祸 種种 稱称
  穎颖 窮穷 窯窑 筆笔 篩筛 簡简 籌筹 籃篮 糾纠 聰聪 職职 腦脳脑 膠胶 臉脸 艙舱 艦舰 艱艰
  莖茎 莢荚 薦荐 虧亏 蝦虾 襲袭 親亲 觀観观 觸触 靑青 淸清 敎教 眞真 旣既 卽即 槪概 査查
  祕秘 德徳 惠恵 櫻桜樱 豐豊丰 藝艺 處処处 號号 堯尧 兗兖 儀仪 縉缙 灃沣 渦涡 澗涧 嶗崂
  諸诸 廬庐 碭砀 樅枞 駿骏 驍骁 齡龄 鈞钧 銘铭 鋒锋 銳锐 軒轩 韜韬 飆飙 驊骅 鳴鸣 勢势
  勵励 勛勲勋 厲厉 憲宪 宮宫 歲歳岁 嵐岚 師师 帥帅 恆恒 悅悦 暉晖 楓枫 樺桦 歡歓欢 涇泾
  淵渕渊 滿満满 煥焕 獅狮 璽玺 瑤瑶 暢畅 碼码 禎祯 覺覚觉 訂订 訓训 貞贞 躍跃 輔辅 邁迈
  遙遥 問问 閏闰 閔闵 韋韦 馳驰 驕骄 鮑鲍 億亿 侖仑 倉仓 優优 僑侨 償偿 兒児儿 凱凯 剛刚
  劍剣剑
`

const FOLDED: ReadonlyMap<number, number> = new Map(
  FORMS.trim()
    .split(/\s+/u)
    .flatMap((forms) =>
      Array.from(forms.slice(0, -1), (form): [number, number] => [
        form.charCodeAt(0),
        forms.charCodeAt(forms.length - 1),
      ]),
    ),
)

/** A Hanja (a UTF-16 code unit) in the one form it is compared in; any other code unit as it is. */
export const foldHanja = (code: number): number => (code < 0x4e00 ? code : (FOLDED.get(code) ?? code))

/** The characters with all their forms, for tests. */
export const hanjaForms = (): string[] => FORMS.trim().split(/\s+/u)
