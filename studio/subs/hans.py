"""Han characters that only one of the two ways of writing Chinese has, the common ones."""

from __future__ import annotations

# Simplified and traditional side by side, most frequent first. Only characters that the other way
# of writing does not use at all: 后, 里, 面, 台, 干, 只, 云 stand in both and are not here.
_PAIRS = (
    "这這们們来來时時为為说說国國会會过過对對发發学學经經进進动動现現开開么麼还還没沒种種当當"
    "样樣无無样樣实實问問点點机機从從关關长長东東与與车車见見让讓听聽给給认認话話谁誰爱愛"
    "书書写寫买買卖賣电電视視头頭脑腦网網络絡业業务務产產员員场場边邊远遠运運达達选選连連"
    "难難谢謝请請对對错錯误誤记記谈談论論证證评評词詞语語试試课課调調谊誼读讀诉訴该該详詳"
    "岁歲应應战戰争爭夺奪军軍队隊杀殺伤傷医醫药藥师師帮幫带帶币幣张張强強归歸录錄总總结結"
    "绝絕级級红紅绿綠蓝藍黄黃线線组組织織终終经經给給统統继繼续續维維纪紀约約纸紙细細练練"
    "门門间間闻聞闪閃闭閉阳陽阴陰阵陣阶階际際陆陸陈陳险險随隨隐隱难難页頁顶頂项項顺順须須"
    "预預领領频頻颗顆题題颜顏额額风風飞飛饭飯饮飲馆館马馬驾駕骂罵骑騎鱼魚鸟鳥鸡雞麦麥龙龍"
    "龟龜齐齊齿齒丽麗乐樂习習乡鄉乱亂争爭亏虧亚亞亲親亿億仅僅仪儀价價众眾优優伙夥伟偉传傳"
    "伤傷伦倫体體佣傭侠俠侧側侦偵俩倆债債倾傾储儲儿兒兑兌党黨兰蘭兴興养養兽獸册冊军軍农農"
    "冲衝决決况況冻凍净淨凉涼减減凤鳳凯凱击擊划劃刘劉则則刚剛创創别別剂劑剑劍剧劇劝勸办辦"
    "劳勞势勢励勵劲勁勋勳区區协協单單卢盧卫衛厂廠厅廳历歷压壓厌厭厨廚县縣参參双雙变變叠疊"
    "号號叹嘆吓嚇吗嗎听聽启啟吴吳呐吶员員呜嗚咏詠响響哑啞唤喚啸嘯喷噴嘱囑团團园園围圍图圖"
    "圆圓圣聖坏壞块塊坚堅坛壇坟墳坠墜垒壘墙牆壮壯声聲壳殼壶壺处處备備复復够夠夹夾奋奮奖獎"
    "妆妝妇婦妈媽娇嬌娱娛婴嬰孙孫宁寧宝寶宠寵审審宪憲宫宮宾賓寻尋导導寿壽将將尔爾尘塵尝嘗"
    "层層届屆属屬岛島岭嶺峡峽币幣帅帥帐帳帜幟庄莊庆慶库庫庙廟废廢异異弃棄弹彈彻徹径徑忆憶"
    "忧憂怀懷态態怜憐恋戀恶惡恼惱悬懸惊驚惧懼惨慘惯慣愤憤愿願懒懶戏戲户戶扑撲执執扩擴扫掃"
    "扬揚扰擾抚撫抢搶护護报報担擔拟擬拥擁择擇挂掛挡擋挣掙挤擠挥揮损損换換据據掷擲摄攝摆擺"
    "摇搖撑撐敌敵数數断斷旧舊显顯晓曉晚晚暂暫术術朴樸杂雜权權条條来來杨楊极極构構枪槍枫楓"
    "柜櫃标標栋棟栏欄树樹样樣桥橋检檢楼樓欢歡欧歐残殘毁毀毕畢气氣汇匯汉漢汤湯沟溝泪淚泼潑"
    "洁潔浅淺浆漿测測济濟浓濃涛濤润潤涨漲渊淵渐漸温溫湾灣湿濕溃潰滚滾满滿滤濾滨濱灭滅灯燈"
    "灵靈灾災炉爐炮砲炼煉烂爛烛燭烟煙烦煩烧燒热熱爷爺牵牽犹猶狮獅独獨狱獄猎獵猪豬猫貓献獻"
    "玛瑪环環珑瓏琐瑣电電画畫畅暢疗療疯瘋盐鹽监監盖蓋盘盤睁睜矿礦码碼砖磚础礎确確碍礙礼禮"
    "祸禍离離秃禿秘祕积積称稱税稅稳穩穷窮窃竊窗窗竞競笔筆笼籠筑築签簽简簡类類粮糧紧緊纠糾"
    "纤纖纯純纱紗纳納纵縱纷紛纹紋纽紐绍紹绑綁绕繞绘繪络絡绪緒绳繩绵綿绸綢综綜缓緩编編缘緣"
    "缝縫缩縮缺缺罗羅罚罰罢罷职職联聯聪聰肃肅肠腸肤膚肾腎肿腫胀脹胁脅胆膽胜勝胶膠脉脈脏臟"
    "脸臉腊臘舰艦舱艙艰艱艺藝节節苏蘇苹蘋范範茎莖荐薦荣榮药藥莲蓮获獲营營萧蕭萨薩蒋蔣虏虜"
    "虑慮虽雖虾蝦蚀蝕蚁蟻蛮蠻补補衬襯袭襲装裝裤褲观觀规規觅覓觉覺览覽触觸誉譽计計订訂讨討"
    "训訓议議讯訊讲講许許设設访訪识識诊診诗詩诚誠诞誕询詢诺諾谋謀谎謊谜謎谣謠谦謙谱譜贝貝"
    "负負贡貢财財责責败敗货貨质質贪貪贫貧购購贯貫贱賤贴貼贵貴费費贺賀贼賊资資赌賭赏賞赐賜"
    "赔賠赖賴赚賺赛賽赞讚赠贈赢贏赵趙赶趕趋趨跃躍践踐踪蹤轨軌转轉轮輪软軟轰轟轻輕载載较較"
    "辅輔辆輛辈輩辉輝输輸辞辭边邊辽遼迁遷迈邁迟遲适適逊遜递遞遗遺邓鄧郑鄭邻鄰酱醬释釋针針"
    "钉釘钓釣钟鐘钢鋼钥鑰钱錢钻鑽铁鐵铃鈴银銀铺鋪链鏈销銷锁鎖锅鍋锋鋒锐銳锦錦键鍵锻鍛镇鎮"
    "镜鏡闯闖闲閒闷悶闹鬧阁閣阅閱队隊阔闊陕陝霉黴静靜韩韓韵韻顽頑顾顧颂頌颇頗饥飢饰飾饱飽"
    "饼餅饿餓驱驅驶駛驻駐骄驕验驗骗騙骤驟鲁魯鲜鮮鸣鳴鸦鴉鸭鴨鹅鵝鹤鶴鹰鷹黑黑默默"
)
_TWO = [(_PAIRS[n], _PAIRS[n + 1]) for n in range(0, len(_PAIRS), 2)]
TO_TRADITIONAL = {simple: old for simple, old in _TWO if simple != old}
TO_SIMPLIFIED = {old: simple for simple, old in _TWO if simple != old}
# These have several traditional forms; which one is meant takes the word around them.
_SEVERAL = frozenset("发复历汇获钟尽当团坛纤坏苏脏签划")
_FIXED = str.maketrans({k: v for k, v in TO_TRADITIONAL.items() if k not in _SEVERAL})
_TO_SIMPLE = str.maketrans(TO_SIMPLIFIED)


def foreign_forms(language: str) -> frozenset[str]:
    """The characters that a way of writing Chinese does not have; none for other languages.

    `language` is canonical: zh-Hans, zh-Hant and what begins with them.
    """
    if language.startswith("zh-Hans"):
        return _TRADITIONAL
    return _SIMPLIFIED if language.startswith("zh-Hant") else frozenset()


_TRADITIONAL = frozenset(TO_SIMPLIFIED)
_SIMPLIFIED = frozenset(TO_TRADITIONAL)


def in_own_forms(text: str, language: str) -> str:
    """The text with the other way's characters exchanged; those with several forms stay."""
    if language.startswith("zh-Hans"):
        return text.translate(_TO_SIMPLE)
    return text.translate(_FIXED) if language.startswith("zh-Hant") else text
