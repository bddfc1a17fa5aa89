/**
 * Short texts in the manner of Korean business news, with what a terminologist would take from them. `wanted`: kind,
 * source, and after `=` the target the text gives. `fine`: may be offered as well.
 */
export interface HarvestCase {
  text: string
  wanted: string[]
  fine?: string[]
  /** What the glossaries have. */
  known?: string[]
}

export const harvestCases: readonly HarvestCase[] = [
  // Glosses in brackets.
  {
    text: '올해 1분기 국내총생산(GDP)은 지난해 같은 기간보다 5.3% 증가했다.',
    wanted: ['paired 국내총생산=GDP'],
  },
  {
    text: '시는 공동 연구개발(R&D)에 12억 위안(약 1억 7,000만 달러)을 투입한다.',
    wanted: ['paired 연구개발=R&D'],
  },
  {
    text: '중국국가항천국(CNSA)은 8일 탐사선 발사에 성공했다고 밝혔다.',
    wanted: ['paired 중국국가항천국=CNSA'],
  },
  {
    text: '회사는 인공지능(AI)과 사물인터넷(IoT)을 결합한 설비를 공개했다.',
    wanted: ['paired 인공지능=AI', 'paired 사물인터넷=IoT'],
  },
  {
    text: '중국은 ‘일대일로’(Belt and Road Initiative) 연선 국가와 협력을 넓히고 있다.',
    wanted: ['paired 일대일로=Belt and Road Initiative'],
  },
  {
    text: '10월 제조업 구매관리자지수(PMI)는 50.1로 두 달 연속 기준선을 넘었다.',
    wanted: ['paired 구매관리자지수=PMI'],
    fine: ['제조업 구매관리자지수'],
  },
  {
    text: '9월 소비자물가지수(CPI)는 0.4% 올랐고 생산자물가지수(PPI)는 1.8% 내렸다.',
    wanted: ['paired 소비자물가지수=CPI', 'paired 생산자물가지수=PPI'],
  },
  {
    text: '특히 지식 프로세스 아웃소싱(KPO)이 빠르게 늘었다.',
    wanted: ['paired 지식 프로세스 아웃소싱=KPO'],
  },
  {
    text: '국가발전개혁위원회(NDRC)와 공업정보화부(MIIT)가 공동으로 방안을 발표했다.',
    wanted: ['paired 국가발전개혁위원회=NDRC', 'paired 공업정보화부=MIIT'],
  },
  {
    text: '중국 국가통계국(NBS)에 따르면 공업이익이 석 달 만에 반등했다.',
    wanted: ['paired 국가통계국=NBS'],
  },
  { text: '중국 전기차 업체 비야디(BYD)는 헝가리 공장을 가동한다.', wanted: ['paired 비야디=BYD'] },
  { text: '배터리 업체 닝더스다이(CATL)가 나트륨이온배터리를 공개했다.', wanted: ['paired 닝더스다이=CATL'] },
  {
    text: '대출우대금리(LPR)와 지급준비율(RRR)이 나란히 내려갔다.',
    wanted: ['paired 대출우대금리=LPR', 'paired 지급준비율=RRR'],
  },
  {
    text: '양측은 역내 포괄적 경제동반자협정(RCEP) 이행을 점검했다.',
    wanted: ['paired 역내 포괄적 경제동반자협정=RCEP'],
  },
  { text: '국제통화기금(IMF)은 중국의 성장률 전망을 올렸다.', wanted: ['paired 국제통화기금=IMF'] },
  {
    text: '정부는 외국인 직접투자(FDI)를 늘리기 위한 조치를 내놨다.',
    wanted: ['paired 외국인 직접투자=FDI'],
  },
  {
    text: '전기수직이착륙기(eVTOL) 시험 비행이 광저우에서 이뤄졌다.',
    wanted: ['paired 전기수직이착륙기=eVTOL'],
  },
  {
    text: '거대언어모델(LLM·Large Language Model) 개발 경쟁이 뜨겁다.',
    wanted: ['paired 거대언어모델=Large Language Model'],
  },
  {
    text: '국가발전개혁위원회(이하 발개위)는 내수 확대 방안을 마련한다.',
    wanted: ['paired 국가발전개혁위원회'],
  },
  { text: 'CPI(소비자물가지수)가 석 달째 올랐다.', wanted: ['paired 소비자물가지수=CPI'] },
  {
    text: '연결 대상은 동남아시아국가연합(ASEAN, 아세안) 회원국이다.',
    wanted: ['paired 동남아시아국가연합=ASEAN'],
  },
  { text: '글로벌 가치 사슬(GVC)의 재편이 빨라지고 있다.', wanted: ['paired 글로벌 가치 사슬=GVC'] },
  { text: '이 회사는 샤오미(Xiaomi)와 손잡고 칩을 만든다.', wanted: ['paired 샤오미=Xiaomi'] },
  { text: '대회에는 유니트리(Unitree)가 만든 휴머노이드가 나왔다.', wanted: ['paired 유니트리=Unitree'] },
  { text: '에너지저장장치(ESS) 수출이 38% 늘어 태양광을 앞질렀다.', wanted: ['paired 에너지저장장치=ESS'] },
  {
    text: '중국 증권감독관리위원회(CSRC)가 새 규정을 내놨다.',
    wanted: ['paired 중국 증권감독관리위원회=CSRC'],
  },
  // Brackets that gloss nothing.
  { text: '수출액은 2조 2천억 위안(약 3,138억 달러)에 달했다.', wanted: [] },
  { text: '왕모 씨(43)는 지난 12일(현지시간) 출국했다.', wanted: [] },
  { text: '회사 주가(600519)는 3.2% 올랐다.', wanted: [] },
  { text: '행사는 오는 24일(금) 열린다. 예산은 30억 위안(지난해 대비 12% 증가)이다.', wanted: [] },
  { text: '설비 용량은 120만 킬로와트(kW)이고 길이는 350킬로미터(km)다.', wanted: [] },
  // Hanja.
  { text: '후베이성의 성도 우한(武漢)은 중부 최대 도시다.', wanted: ['hanja 우한', 'name 후베이성'] },
  { text: '시진핑(習近平) 국가주석은 회의에서 안정을 강조했다.', wanted: ['hanja 시진핑'] },
  { text: '위성 동방홍(東方紅) 1호는 1970년에 발사됐다.', wanted: ['hanja 동방홍'] },
  { text: '당국은 이구환신(以舊換新) 보조금을 두 배로 늘린다.', wanted: ['hanja 이구환신'] },
  { text: '선전(深圳·Shenzhen)에 본사를 둔 기업이 상장했다.', wanted: ['hanja 선전=Shenzhen'] },
  {
    text: '이번 회의는 내권(內卷)식 경쟁을 다뤘다. 시 산하 현(縣)도 참여한다.',
    wanted: ['hanja 내권'],
    fine: ['내권'],
  },
  { text: '중국 지도부는 온중구진(穩中求進)을 기조로 삼았다.', wanted: ['hanja 온중구진'] },
  // Quoted names.
  {
    text: '국무원은 ‘우한시 국토공간 종합계획(2021~2035)’을 승인했다.',
    wanted: ['quoted 우한시 국토공간 종합계획'],
    fine: ['국무원', '우한시'],
  },
  {
    text: '정부는 《인터넷 플러스 행동계획》을 내놓고 예산을 늘렸다.',
    wanted: ['quoted 인터넷 플러스 행동계획'],
  },
  { text: '시는 <첨단기술 기업 육성 방안>을 시행한다.', wanted: ['quoted 첨단기술 기업 육성 방안'] },
  { text: '이른바 ‘허페이 모델’은 지방정부가 직접 투자하는 방식이다.', wanted: ['quoted 허페이 모델'] },
  {
    text: '전문가들은 ‘신질생산력’과 “쌍순환”을 핵심어로 꼽았다.',
    wanted: ['quoted 신질생산력', 'quoted 쌍순환'],
  },
  { text: '그는 “올해 성장률은 5%를 넘을 것”이라고 말했다.', wanted: [] },
  { text: '관계자는 “협력을 더 넓히겠다”고 밝혔다.', wanted: [] },
  { text: '시장에서는 ‘더 기다려야 한다’는 신중론이 나온다.', wanted: [] },
  { text: '보고서 「중국 저공경제 발전 백서」가 15일 공개됐다.', wanted: ['quoted 중국 저공경제 발전 백서'] },
  // Names by their ends.
  { text: '푸둥신구와 량장신구가 나란히 새 방안을 냈다.', wanted: ['name 푸둥신구', 'name 량장신구'] },
  {
    text: '중국인민은행은 유동성을 공급했고 상무부는 대화를 제안했다.',
    wanted: ['name 중국인민은행', 'name 상무부'],
  },
  {
    text: '허난성 정저우시와 산둥성 칭다오시가 항공 노선을 연다.',
    wanted: ['name 허난성', 'name 정저우시', 'name 산둥성', 'name 칭다오시'],
  },
  {
    text: '우한 대학과 화중과학기술대학이 연구소를 함께 세운다.',
    wanted: ['name 우한 대학', 'name 화중과학기술대학'],
  },
  {
    text: '중국석유천연가스그룹과 국가철도국이 협약을 맺었다.',
    wanted: ['name 중국석유천연가스그룹', 'name 국가철도국'],
  },
  { text: '리창 총리와 왕이 외교부장이 회담에 참석했다.', wanted: ['name 리창', 'name 왕이'] },
  {
    text: '판궁성 인민은행장은 완화 기조를 이어 가겠다고 했다.',
    wanted: ['name 판궁성'],
    fine: ['인민은행장'],
  },
  { text: '트럼프 대통령은 관세를 다시 꺼내 들었다.', wanted: ['name 트럼프'] },
  { text: '이 도시는 여성 인구가 많고 역시 가능성과 안전성이 높다.', wanted: [] },
  { text: '전국의 연구 기관이 목표를 실현하고 완성도를 높인다. 중국과 미국도 그렇다.', wanted: [] },
  {
    text: '광시좡족자치구 난닝시에 자유무역시험구가 들어섰다.',
    wanted: ['name 광시좡족자치구', 'name 난닝시', 'name 자유무역시험구'],
  },
  {
    text: '베이징 경제기술개발구와 중국과학원이 실험실을 연다.',
    wanted: ['name 경제기술개발구', 'name 중국과학원'],
    fine: ['베이징 경제기술개발구'],
  },
  {
    text: '국가금융감독관리총국과 재정부가 은행 건전성을 점검한다.',
    wanted: ['name 국가금융감독관리총국', 'name 재정부'],
  },
  { text: '제14회 중국국제서비스무역교역회가 23일 막을 올렸다.', wanted: ['name 중국국제서비스무역교역회'] },
  { text: '일부 참가국은 중부 지역의 수출국이며 직원과 자원이 부족하다.', wanted: [] },
  { text: '당시 위반시 벌금을 물렸고 필요시 출시를 늦췄다. 증시는 내렸다.', wanted: [] },
  {
    text: '첸탕강과 타이후호, 황푸강을 잇는 수로가 열렸다.',
    wanted: ['name 첸탕강', 'name 황푸강'],
    fine: ['타이후호'],
  },
  // Longer texts, as they come.
  {
    text: '국가통계국에 따르면 올해 1~10월 전국 고정자산투자(농촌 제외)는 지난해 같은 기간보다 1.7% 감소했다. 부동산 개발투자는 크게 줄었고, 인프라 투자는 0.1% 감소했다. 사회소비품 소매총액은 4조 6,291억 위안으로 2.9% 늘었다.',
    wanted: ['name 국가통계국'],
  },
  {
    text: '안후이성 우후시에 본사를 둔 체리자동차는 신에너지차 판매가 빠르게 늘면서 홍콩증권거래소에 상장했다. 체리자동차는 동력 배터리와 스마트 콕핏 분야에 투자를 늘리고 있다. 신에너지차 수출도 크게 증가했다.',
    wanted: ['name 안후이성', 'name 우후시', 'name 체리자동차', 'name 홍콩증권거래소', 'repeated 신에너지차'],
  },
  {
    text: '‘중국판 엔비디아’로 불리는 캠브리콘(寒武紀)은 상하이증권거래소 커촹반(科創板)에 상장돼 있다. 이 회사는 “공급망 안정을 위해 최선을 다하겠다”고 밝혔다. 블룸버그통신은 당국이 국산 칩 사용을 권고했다고 보도했다.',
    wanted: [
      'quoted 중국판 엔비디아',
      'hanja 캠브리콘',
      'name 상하이증권거래소',
      'hanja 커촹반',
      'name 블룸버그통신',
    ],
  },
  {
    text: '저장성 항저우시 위항구는 ‘미래과학기술도시’를 중심으로 로봇 기업을 끌어모으고 있다. 딥시크와 유니트리 등 이른바 ‘항저우 6룡(杭州六小龍)’이 모두 이곳에서 나왔다.',
    wanted: ['name 저장성', 'name 항저우시', 'name 위항구', 'quoted 미래과학기술도시', 'quoted 항저우 6룡'],
  },
  {
    text: '한국무역협회 상하이지부와 대한무역투자진흥공사(KOTRA·코트라)는 지난 14일 상하이에서 ‘2025 한중 소비재 상담회’를 열었다. 산업통상부 관계자는 한중 자유무역협정(FTA) 후속 협상을 서두르겠다고 말했다.',
    wanted: [
      'name 한국무역협회',
      'paired 대한무역투자진흥공사=KOTRA',
      'quoted 한중 소비재 상담회',
      'name 산업통상부',
      'paired 자유무역협정=FTA',
    ],
    fine: ['한중 자유무역협정'],
  },
  {
    text: '중국공산당 중앙위원회 전체회의는 ‘국민경제 및 사회발전 제15차 5개년 계획 수립에 관한 건의’를 통과시켰다. 회의는 과학기술 자립자강을 강조했다. 과학기술 자립자강은 앞으로 5년의 핵심 과제로 꼽힌다.',
    wanted: [
      'name 중국공산당',
      'name 중앙위원회',
      'quoted 국민경제 및 사회발전 제15차 5개년 계획 수립에 관한 건의',
      'repeated 과학기술 자립자강',
    ],
  },
  {
    text: '광둥성 선전시는 저공경제 산업 육성을 위해 전기수직이착륙기(eVTOL) 이착륙장을 건설할 계획이다. 메이퇀과 SF익스프레스(順豐速運)는 드론 배송 노선을 확대하고 있다. 저공경제 규모는 2030년 2조 위안에 이를 것으로 예상된다.',
    wanted: [
      'name 광둥성',
      'name 선전시',
      'paired 전기수직이착륙기=eVTOL',
      'hanja SF익스프레스',
      'repeated 저공경제',
    ],
  },
  {
    text: '해관총서는 지난달 희토류 수출량이 4,343t으로 전달보다 늘었다고 밝혔다. 상무부는 희토류 수출통제 조치를 1년간 유예하기로 했다. 희토류의 가격은 안정세를 보이고 있다.',
    wanted: ['name 해관총서', 'name 상무부', 'repeated 희토류'],
  },
  {
    text: '웨강아오 대만구(粤港澳大湾区)와 창장삼각주는 중국 경제의 양대 성장축이다. 쑤저우공업원구에는 SK하이닉스와 삼성전자가 입주해 있다. 우시고신구와 쿤산시도 후공정 기업을 유치했다. 후공정 기업들은 세제 혜택을 받는다.',
    wanted: [
      'hanja 웨강아오 대만구',
      'name 창장삼각주',
      'name 쑤저우공업원구',
      'name 삼성전자',
      'name 우시고신구',
      'name 쿤산시',
      'repeated 후공정 기업',
    ],
    fine: ['SK하이닉스'],
  },
  // What repeats.
  {
    text: '저공 경제가 뜬다. 시는 저공 경제 산업을 키우려고 저공 경제 기금을 만들었다. 드론도 늘었다.',
    wanted: ['repeated 저공 경제'],
    fine: ['저공 경제 기금'],
  },
  {
    text: '신에너지차 판매가 늘었다. 신에너지차를 산 사람이 많다. 정부는 신에너지차의 수출을 돕는다.',
    wanted: ['repeated 신에너지차'],
  },
  {
    text: '동력 배터리를 만드는 회사다. 동력배터리는 값이 내렸다. 동력 배터리의 수명도 늘었다.',
    wanted: ['repeated 동력 배터리'],
  },
  {
    text: '산업 체인을 정비한다. 시는 완성차 산업 체인과 반도체 산업 체인을 함께 키운다.',
    wanted: ['repeated 산업 체인'],
  },
  {
    text: '산업 혁신 공동 실험실을 세운다. 산업 혁신 공동 실험실은 열 곳이다. 산업 혁신 공동 실험실의 성과가 크다.',
    wanted: ['repeated 산업 혁신 공동 실험실'],
  },
  {
    text: '희토류를 수출한다. 희토류의 값이 올랐다. 희토류는 자석에 쓰인다. 기업이 많고 기업은 크며 기업을 돕는다.',
    wanted: ['repeated 희토류'],
  },
  // Particles behind brackets and quotation marks begin nothing.
  {
    text: '우한(武漢)에서 광밸리 산업 포럼이 열렸다.',
    wanted: ['hanja 우한', 'name 광밸리 산업 포럼'],
  },
  {
    text: '‘쌍순환’에서 과학기술 혁신 포럼의 주제를 찾았다.',
    wanted: ['quoted 쌍순환', 'name 과학기술 혁신 포럼'],
  },
  {
    text: '선전(深圳)으로부터 로봇 산업 박람회의 초청을 받았다.',
    wanted: ['hanja 선전', 'name 로봇 산업 박람회'],
  },
  // A place that is known with its unit is known.
  {
    text: '후베이성 우한시는 계획을 냈다. 우한시와 이창시가 손을 잡았다.',
    wanted: ['name 이창시'],
    known: ['우한', '후베이'],
  },
  { text: '우한신구와 우한시가 함께 나섰다.', wanted: ['name 우한신구'], known: ['우한'] },
  { text: '우한시는 넓다.', wanted: ['name 우한시'], known: ['우한대학'] },
  // Editions.
  { text: '시는 ‘제1회 우한 산업 포럼’을 연다.', wanted: ['name 우한 산업 포럼'] },
  {
    text: '당국은 ‘제2회 한중-중남미·카리브해 해양협력대회’를 개최한다.',
    wanted: ['quoted 한중-중남미·카리브해 해양협력대회'],
  },
  { text: '시는 “제3회 황허 국제 마라톤”을 연다.', wanted: ['quoted 황허 국제 마라톤'] },
  { text: '정부는 “제15차 5개년 계획”을 다뤘다.', wanted: ['quoted 제15차 5개년 계획'] },
  { text: '시는 ‘제3회를 끝으로 접겠다’고 밝혔다.', wanted: [] },
  // Who wrote it is no term; who is quoted may be one.
  {
    text: '(베이징=중부통신) 상무부는 대화를 제안했다. 중부통신은 전했다.',
    wanted: ['name 상무부'],
  },
  {
    text: '[장강뉴스] 상무부는 새 대화를 제안했다. 장강뉴스의 장강뉴스는 장강뉴스와',
    wanted: ['name 상무부'],
  },
  { text: '상무부는 이날 대화를 제안했다. 중부경제신문 기자', wanted: ['name 상무부'] },
  { text: '중부일보 경제부 기자 | 상무부는 답했다.', wanted: ['name 상무부'] },
  {
    text: '블룸버그통신은 상무부가 움직였다고 보도했다. 신화통신 기자는 이를 물었다.',
    wanted: ['name 블룸버그통신', 'name 상무부', 'name 신화통신'],
  },
]
