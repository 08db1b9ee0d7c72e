namespace LeakTrace.Tests.Ingest.Layouts;

/// <summary>
/// Header words as people and systems write them, by what a column holds. Written down from practice, not from the recogniser's vocabulary,
/// and never copied there as a list: what is missing there is a failure to learn from, not a word to add.
/// </summary>
static class HeaderSynonyms
{
    static readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal)
    {
        ["mother"] = Split("产妇姓名|产妇|母亲姓名|妈妈姓名|宝妈|宝妈姓名|产妇名字|孕产妇姓名|患者姓名|姓名|名字|产妇(姓名)|母親姓名|產婦姓名|客户姓名|妈妈|Mother|Mother Name|mother_name|"
            + "Patient Name|Full Name|孕妇姓名|母亲|产妇全名|分娩产妇|姓 名|姓名*|妈妈名字|宝妈称呼|新妈妈|产付姓名|姓名（产妇）"),
        ["patient"] = Split("患者姓名|病人姓名|患者|病人|姓名|患者名|住院病人|病员姓名|Patient|Patient Name|Name|患者姓名（必填）|病患姓名|patient_name|病人名字|PatientName|就诊人|患者姓明"),
        ["customer"] = Split("客户姓名|客户|姓名|顾客|顾客姓名|会员姓名|业主姓名|业主|车主|车主姓名|学员姓名|乙方姓名|投保人|Customer|Customer Name|Client|Name|Contact Person|"
            + "用户姓名|购房人|客人|客户名|客戶姓名|客户名称|称呼|CustomerName|client_name|投保人姓名"),
        ["phone"] = Split("电话|手机|手机号|手机号码|联系电话|联系方式|联络电话|本人电话|移动电话|电话号码|聯絡電話|手機|手機號碼|Phone|Mobile|Mobile No.|Tel|Telephone|Contact No|"
            + "phone_number|Cell|联系电话1|联系手机|手机(11位)|电话(本人)|Phone Number|mobile|联系电话（必填）|手机号玛|Contact Number|電話|TEL|常用手机"),
        ["motherPhone"] = Split("产妇电话|产妇手机|产妇联系方式|妈妈电话|宝妈电话|产妇手机号|母亲电话|母亲手机号|妈妈手机|Mother Phone|Mother's Mobile|mother_tel|產婦電話|产妇联系电话|宝妈手机号"),
        ["customerPhone"] = Split("客户电话|乙方联系方式|会员手机|业主电话|车主电话|客户手机号|顾客电话|Customer Phone|Client Mobile|customer_mobile|客戶電話|学员电话|投保人手机|客户联系方式"),
        ["secondPhone"] = Split("电话2|备用电话|家属电话|丈夫电话|家庭电话|其他联系方式|紧急联系电话|爸爸电话|配偶手机|第二联系电话|宅电|备用手机|家人电话|宝爸电话|Phone 2|Alt Phone|"
            + "Alternate Mobile|Husband Phone|Emergency Phone|另一电话|固定电话|座机|父亲电话|備用電話|联系电话2|备用联系方式|第二电话"),
        ["nationalId"] = Split("身份证号|身份证|证件号码|身份证号码|公民身份号码|证件号|身份證字號|身分證號碼|ID Card|ID No.|ID Number|National ID|id_card_no|身份证件号|有效证件号码|"
            + "居民身份证|患者身份证号|身份证号(18位)|身份正号|身份证件号码|IDCard"),
        ["delivered"] = Split("分娩日期|生产日期|宝宝出生日期|出生日期(宝宝)|宝宝生日|婴儿出生日期|新生儿出生日期|分娩时间|生产时间|宝宝出生时间|孩子生日|娩出日期|分娩日|宝宝出生日|Delivery Date|"
            + "Date of Delivery|Birth Date|Baby DOB|child_birth_date|分娩時間|小孩出生日期|出生日期|出生时间|分娩年月日|delivered_at|宝宝诞生日"),
        ["motherBorn"] = Split("产妇出生日期|母亲出生日期|母亲生日|妈妈生日|产妇生日|产妇出生年月|Mother DOB|Mother's Date of Birth|mother_birthday|产妇出生年月日|母親出生日期|妈妈出生日期"),
        ["born"] = Split("出生日期|出生年月|生日|DOB|Birthday|患者出生日期|出生年月日|Date of Birth|birth_date|病人出生日期|出生日"),
        ["admitted"] = Split("入院日期|入院时间|住院日期|入院日|收治日期|Admission Date|Admitted|Date Admitted|admit_time|入院年月日|入院時間|办理入院时间|入院登记时间|收住院日期"),
        ["discharged"] = Split("出院日期|出院时间|Discharge Date|离院日期|discharged_at|出院日|出院時間"),
        ["recorded"] = Split("登记日期|登记时间|录入时间|创建时间|建档日期|填写时间|录入日期|填报时间|Created At|Registered On|Entry Time|create_time|入库时间|系统登记时间|提交时间|登記時間"),
        ["hospital"] = Split("医院|医院名称|分娩医院|生产医院|就诊医院|所在医院|建档医院|住院医院|接生机构|助产机构|分娩机构|医疗机构|院名|医疗机构名称|出生医院|來源醫院|醫院|Hospital|Hospital Name|"
            + "Maternity Hospital|Facility|Clinic|来源|机构名称|接产单位|分娩地点|医院名秤|hospital_name|Birth Hospital|就诊机构"),
        ["branch"] = Split("网点|所属网点|揽收网点|派件网点|营业部|营业网点|站点|派送站点|收件网点|寄件网点|Branch|Outlet|Station|Depot|branch_name|Service Point|末端网点|经手网点|揽件网点|"
            + "發件站點|网点名称|派送网点|所属站点"),
        ["shop"] = Split("门店|店铺|所属门店|来源门店|分公司|Store|Shop|Branch Office|所属机构|服务中心|营业厅|办理网点|办理营业厅|store_name|归属门店"),
        ["address"] = Split("地址|家庭住址|住址|联系地址|详细地址|现住址|居住地址|家庭地址|常住地址|通讯地址|Address|Home Address|Street Address|addr|Residence|居住地|現居地址|家庭详细地址|"
            + "Contact Address|住地|现居住地址|地止"),
        ["district"] = Split("区|区县|所在区|区域|行政区|城区|所属区县|所在城市|城市|区/县|地区|District|City|Region|County|辖区|縣市區|所在区县|所属区域"),
        ["baby"] = Split("宝宝姓名|婴儿姓名|新生儿姓名|宝宝名字|孩子姓名|小孩姓名|宝宝|新生儿|子女姓名|Baby Name|Infant|Child Name|baby_name|Newborn|寶寶姓名|幼儿姓名|宝贝姓名"),
        ["husband"] = Split("丈夫姓名|配偶|配偶姓名|宝爸姓名|父亲姓名|爸爸|家属姓名|Husband|Father Name|Spouse|Next of Kin|紧急联系人|宝爸|丈夫|父親姓名|家属"),
        ["sex"] = Split("性别|宝宝性别|婴儿性别|男/女|性別|男女|Sex|Gender|Baby Sex|baby_gender|新生儿性别|孩子性别|性别(男/女)|宝宝性別"),
        ["recorder"] = Split("登记人|录入人|操作员|经办人|登记员|录入员|操作人|记录人|建档人|Recorder|Operator|Registered By|Entered By|created_by|登記人|录入人员|经手人|登记人员|制单人|登记人姓名|经办人员"),
        ["recordNumber"] = Split("登记号|住院号|病案号|登记编号|病历号|门诊号|档案号|档案编号|记录编号|就诊号|病人ID|患者编号|病案编号|建档号|Record No|Record ID|MRN|Admission No|Case No|Chart No|"
            + "patient_id|登記號|登记流水号|住院编号|病历编号|住院號"),
        ["customerNumber"] = Split("客户编号|会员号|会员卡号|Customer ID|Member No|客户ID|客户号|会员编号|customer_no|客戶編號|合同编号|保单号|CustomerNo"),
        ["waybill"] = Split("运单号|快递单号|运单编号|单号|物流单号|快件单号|面单号|物流编号|运单|運單號|快递编号|Waybill|Waybill No|Tracking No|Tracking Number|AWB|tracking_id|Shipment No|包裹单号|"
            + "发货单号|邮件号|运单号码|快递号|TrackingNo"),
        ["order"] = Split("订单号|订单编号|Order No|Order ID|order_no|订单号码|單號|交易单号|Order Number|訂單編號"),
        ["sequence"] = Split("序号|序|编号|No.|No|#|行号|序號|S/N|排序|次序|序列号|Index|№|項次"),
        ["senderName"] = Split("寄件人|寄件人姓名|发件人|发货人|寄件方|发件人姓名|寄方|寄件客户|Sender|Shipper|Sender Name|From Name|寄方姓名|发货方|sender_name|寄件者|發件人|发货人姓名"),
        ["senderPhone"] = Split("寄件人电话|寄件电话|发件人手机|发货人电话|寄件人联系方式|寄方电话|Sender Phone|Sender Mobile|Shipper Tel|寄件手机|寄方手机号|发件人电话|sender_phone|寄件人手机号"),
        ["senderAddress"] = Split("寄件地址|寄件人地址|发件地址|发货地址|寄方地址|Sender Address|Shipper Address|Ship From|发件人地址|寄件详细地址|sender_address"),
        ["recipient"] = Split("收件人|收件人姓名|收货人|收货人姓名|收方|收方姓名|收件客户|收件方|Recipient|Consignee|Receiver|Receiver Name|Ship To|收货方|买家姓名|consignee_name|收件者|收貨人|Recipient Name"),
        ["recipientPhone"] = Split("收件人电话|收件电话|收货电话|收件人手机|收货人手机号|收方电话|Consignee Phone|Receiver Mobile|Recipient Tel|收件人联系方式|收货人电话|收件手机|receiver_phone|收貨電話|收货联系电话"),
        ["recipientAddress"] = Split("收件地址|收货地址|收件人地址|派送地址|收方地址|配送地址|Delivery Address|Ship-to Address|Receiver Address|送货地址|收货人地址|收件详细地址|consignee_address|收貨地址"),
        ["goods"] = Split("物品|品名|托寄物|商品|货物名称|内件品名|物品名称|商品名称|寄托物|货品|Goods|Item|Commodity|Contents|Product|产品|物品内容|内件|产品名称|product_name"),
        ["amount"] = Split("金额|运费|代收货款|订单金额|价格|费用|总价|应收|保价金额|Amount|Price|Fee|COD Amount|Total|付款金额|消费金额|货款(元)|运费（元）|保费|合同金额|total_amount"),
        ["weight"] = Split("重量|重量(kg)|计费重量|出生体重(g)|体重|宝宝体重|Weight|Birth Weight (g)|新生儿体重|体重(克)|重量/kg"),
        ["mode"] = Split("分娩方式|生产方式|顺/剖|Delivery Mode|生产情况|分娩类型"),
        ["ward"] = Split("科室|病区|病房|床号|床位|床位号|Department|Ward|Bed|Bed No|住院科室|病床号|科別|房号"),
        ["diagnosis"] = Split("诊断|入院诊断|疾病|Diagnosis|诊断结果|主要诊断|初步诊断"),
        ["remarks"] = Split("备注|备注信息|说明|附注|備註|其他|留言|Remark|Remarks|Notes|Comment|情况说明|客户备注|Memo|备注说明|特殊说明|备 注"),
        ["shipped"] = Split("寄件时间|寄件日期|揽收时间|发货日期|下单时间|下单日期|发货时间|揽件时间|订单时间|Ship Date|Order Date|Shipped At|Pickup Time|購買日期|order_time|發貨日期|揽收日期|收寄时间"),
        ["signed"] = Split("签收时间|签收日期|派送时间|妥投时间|Signed At|送达时间"),
        ["bought"] = Split("购买日期|成交日期|购买时间|签约日期|合同日期|Purchase Date|投保日期|消费日期|成交时间|Order Date|办理日期|订购时间|签单日期"),
        ["caller"] = Split("主叫号码|本机号码|主叫|拨出号码|Caller|Calling Number|calling_no|主叫电话|本方号码|主叫方"),
        ["callee"] = Split("被叫号码|对方号码|被叫|被叫电话|对方电话|Callee|Called Number|Dialled Number|called_no|對方號碼|通话对方|被叫方号码"),
        ["called"] = Split("通话时间|通话开始时间|起始时间|呼叫时间|开始时间|拨打时间|Call Time|Start Time|call_start|通話時間|呼叫开始时间"),
        ["duration"] = Split("通话时长|时长(秒)|通话秒数|通话时长(s)|Duration|Duration(s)|通话长度|时长|通話時長"),
        ["callType"] = Split("呼叫类型|通话类型|主被叫|Call Type|Direction|呼叫方式|类型"),
        ["cell"] = Split("基站|小区号|Cell ID|LAC|基站编号|基站号"),
        ["account"] = Split("账号|登录账号|用户|用户名|登录名|操作账号|操作员|工号|员工号|登录用户|User|User Name|Account|Login|User ID|operator_id|操作用户|使用者|帳號|查询人|访问账号|员工账号|UserId"),
        ["read"] = Split("查询时间|操作时间|访问时间|调阅时间|浏览时间|查看时间|时间|读取时间|Time|Timestamp|Access Time|Query Time|read_at|Viewed At|访问日期|查詢時間|查阅时间|操作日期"),
        ["recordRead"] = Split("登记号|病案号|查询单号|记录号|住院号|访问记录号|Record|Record ID|record_no|Waybill|运单号|单号|被查登记号|档案号|记录编号|查询登记号"),
        ["device"] = Split("终端|设备|设备号|终端号|IP|IP地址|机器名|客户端IP|Device|Terminal|Host|Workstation|设备编号|电脑名|登录IP|终端编号"),
        ["action"] = Split("操作类型|操作|动作|功能模块|Action|Operation|Event|行为|操作内容|功能"),
        ["extra"] = Split("自定义1|标记|颜色|是否回访|Col7|Flag|是否|批次|等级|状态|Status|意向|轮次|Level|分组|标签|字段12"),
    };

    /// <summary>Words for what a column holds.</summary>
    public static string[] Of(string kind) => _words[kind];

    static string[] Split(string words) => words.Split('|');
}
