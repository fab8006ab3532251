/// An answer as the program writes it, and its table.
struct AnswerExample: Sendable {
  let answer: String
  let table: String

  init(_ answer: String, _ table: String) {
    self.answer = answer
    self.table = table
  }

  /// One or more of every kind but the linter's, shortened, with the table by hand.
  static let all: [AnswerExample] = [
    AnswerExample(
      #"{"schema":1,"kind":"availability","name":"site","availability":0.9995,"#
        + #""downtime_seconds":{"per_month":1296.5,"per_year":15774.083},"outages_per_year":null,"#
        + #""method":"exact","assumptions":["a","b, c"]}"#,
      """
      schema,kind,name,availability,downtime_seconds_per_month,downtime_seconds_per_year,\
      outages_per_year,method,assumptions_1,assumptions_2
      1,availability,site,0.9995,1296.5,15774.083,,exact,a,"b, c"

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"simulation","name":"s","clean":{"value":0.5,"standard_error":0.01,"#
        + #""low":0.48,"high":0.52},"first_outage_seconds":null,"#
        + #""exceeds":[{"seconds":3600,"probability":{"value":0.1,"standard_error":0.02,"low":0.06,"#
        + #""high":0.14}},{"seconds":7200,"probability":null}]}"#,
      """
      schema,kind,name,clean,clean_standard_error,clean_low,clean_high,first_outage_seconds,\
      exceeds_1_seconds,exceeds_1_probability,exceeds_1_probability_standard_error,\
      exceeds_1_probability_low,exceeds_1_probability_high,exceeds_2_seconds,exceeds_2_probability
      1,simulation,s,0.5,0.01,0.48,0.52,,3600,0.1,0.02,0.06,0.14,7200,

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"topology","name":"s","parts":["#
        + #"{"name":"s","role":"system","stands_for":1,"where":null,"details":[],"depends_on":["#
        + #"{"name":"db","how":"needs"}]},{"name":"db","role":"store","stands_for":1,"#
        + #""where":"across az","details":["2 x, 1 needed"],"depends_on":[]}]}"#,
      """
      schema,kind,name,part_name,part_role,part_stands_for,part_where,part_details_1,\
      part_depends_on_1_name,part_depends_on_1_how
      1,topology,s,s,system,1,,,db,needs
      1,topology,s,db,store,1,across az,"2 x, 1 needed",,

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"timeline","name":"db","horizon_seconds":7776000,"replication":0,"seed":2,"#
        + #""downtime_seconds":90,"outages":[{"start_seconds":10,"seconds":30,"cause":"db"},"#
        + #"{"start_seconds":100,"seconds":60,"cause":null}],"method":"simulated","assumptions":["a"]}"#,
      """
      schema,kind,name,horizon_seconds,replication,seed,downtime_seconds,method,\
      outage_start_seconds,outage_seconds,outage_cause,assumptions_1
      1,timeline,db,7776000,0,2,90,simulated,10,30,db,a
      1,timeline,db,7776000,0,2,90,simulated,100,60,,a

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"importance","name":"site","components":["#
        + #"{"name":"db","domains":["az.1"],"birnbaum":0.99,"criticality":null},"#
        + #"{"name":"say \"web\"","domains":[],"birnbaum":0.125,"criticality":0.25}],"#
        + #""uncertain_inputs":0}"#,
      """
      schema,kind,name,uncertain_inputs,component_name,component_birnbaum,component_criticality,\
      component_domains_1
      1,importance,site,0,db,0.99,,az.1
      1,importance,site,0,"say ""web""\",0.125,0.25,

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"importance","name":"site","components":[{"name":"a"},{"name":"b"}],"#
        + #""uncertain_inputs":0,"minimal_cut_sets":[{"order":1,"probability":0.5,"#
        + #""events":[{"name":"a","members":1}]},{"order":2,"probability":0.25,"#
        + #""events":[{"name":"a","members":1},{"name":"b","members":1}]}]}"#,
      """
      schema,kind,name,uncertain_inputs,component_name
      1,importance,site,0,a
      1,importance,site,0,b

      schema,kind,name,uncertain_inputs,cut_set_order,cut_set_probability,cut_set_events_1_name,\
      cut_set_events_1_members,cut_set_events_2_name,cut_set_events_2_members
      1,importance,site,0,1,0.5,a,1,,
      1,importance,site,0,2,0.25,a,1,b,1

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"sweep","name":"site","input":"db.mttr","current":null,"points":["#
        + #"{"text":"1min","value":60,"downtime_seconds":{"per_year":10}},"#
        + #"{"text":"2min","value":120,"downtime_seconds":{"per_year":20.5}}],"assumptions":["a"]}"#,
      """
      schema,kind,name,input,current,point_text,point_value,point_downtime_seconds_per_year,\
      assumptions_1
      1,sweep,site,db.mttr,,1min,60,10,a
      1,sweep,site,db.mttr,,2min,120,20.5,a

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"find","question":"find n in 1..2 where …","values":{"n":2},"found":true,"#
        + #""candidates":[{"values":{"n":1},"met":false,"conditions":[{"condition":"c","met":false}]},"#
        + #"{"values":{"n":2},"met":true,"conditions":[]}],"nearest":null}"#,
      """
      schema,kind,question,values_n,found,nearest,candidate_values_n,candidate_met,\
      candidate_conditions_1_condition,candidate_conditions_1_met
      1,find,find n in 1..2 where …,2,true,,1,false,c,false
      1,find,find n in 1..2 where …,2,true,,2,true,,

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"comparison","subjects":[{"name":"a","unavailability":0.1},"#
        + #"{"name":"b","unavailability":{"value":0.2,"standard_error":0.1,"low":0,"high":0.4}}],"#
        + #""differences":[{"first":"a","second":"b","ratio":2}],"best":"a","assumptions":["x"]}"#,
      """
      schema,kind,best,subject_name,subject_unavailability,subject_unavailability_standard_error,\
      subject_unavailability_low,subject_unavailability_high,assumptions_1
      1,comparison,a,a,0.1,,,,x
      1,comparison,a,b,0.2,0.1,0,0.4,x

      schema,kind,best,difference_first,difference_second,difference_ratio
      1,comparison,a,a,b,2

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"tornado","name":"s","inputs":[{"name":"a.mttr","believed":true}]}"#,
      """
      schema,kind,name,input_name,input_believed
      1,tornado,s,a.mttr,true

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"improvements","name":"s","changes":[{"change":"one more web"}]}"#,
      """
      schema,kind,name,change_change
      1,improvements,s,one more web

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"headroom","name":"s","rules":[{"rule":"N + 1","add":["#
        + #"{"name":"web","count":2}]},{"rule":"N + 2","add":null}]}"#,
      """
      schema,kind,name,rule_rule,rule_add,rule_add_1_name,rule_add_1_count
      1,headroom,s,N + 1,,web,2
      1,headroom,s,N + 2,,,

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"budget","name":"99.9%","alerts":[{"burn_rate":14.4},{"burn_rate":6}],"#
        + #""allowances":[{"window_seconds":86400,"allowed_seconds":86.4}]}"#,
      """
      schema,kind,name,alert_burn_rate
      1,budget,99.9%,14.4
      1,budget,99.9%,6

      schema,kind,name,allowance_window_seconds,allowance_allowed_seconds
      1,budget,99.9%,86400,86.4

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"budget_spent","name":"s","causes":[{"name":"db","kind":"part"}]}"#,
      """
      schema,kind,name,cause_name,cause_kind
      1,budget_spent,s,db,part

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"catalogue","name":"x","commitments":[],"nearest":["aws.s3"]}"#,
      """
      schema,kind,name,nearest_1
      1,catalogue,x,aws.s3

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"fit","name":"web","mtbf_seconds":{"value":5,"low":4,"high":null,"#
        + #""confidence":0.9,"method":"chi-square"}}"#,
      """
      schema,kind,name,mtbf_seconds,mtbf_seconds_low,mtbf_seconds_high,mtbf_seconds_confidence,\
      mtbf_seconds_method
      1,fit,web,5,4,,0.9,chi-square

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"with","name":"s","changes":[{"path":"db.mttr","after":"1h"}],"#
        + #""before":{"kind":"availability","availability":0.9},"difference":null}"#,
      """
      schema,kind,name,before_kind,before_availability,difference,changes_1_path,changes_1_after
      1,with,s,availability,0.9,,db.mttr,1h

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"check","name":"s","target":"99.9% per month","required":null,"met":true,"#
        + #""downtime_seconds":60,"allowed_seconds":2592,"belief":null}"#,
      """
      schema,kind,name,target,required,met,downtime_seconds,allowed_seconds,belief
      1,check,s,99.9% per month,,true,60,2592,

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"chance","name":"s","begun":{"counted_seconds":180,"left_seconds":9},"#
        + #""credits":[{"credit":0.1,"below":0.999,"probability":0.2}]}"#,
      """
      schema,kind,name,begun_counted_seconds,begun_left_seconds,credits_1_credit,credits_1_below,\
      credits_1_probability
      1,chance,s,180,9,0.1,0.999,0.2

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"explanation","name":"s","reason":null,"levels":[0,0.8,1],"gates":3}"#,
      """
      schema,kind,name,reason,gates,levels_1,levels_2,levels_3
      1,explanation,s,,3,0,0.8,1

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"survival","name":"s","without":"az.1","left":8000,"met":false}"#,
      """
      schema,kind,name,without,left,met
      1,survival,s,az.1,8000,false

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"adequacy","name":"grid","loss_of_load_hours":9.394,"#
        + #""worst_load":{"number":8443,"load":2850}}"#,
      """
      schema,kind,name,loss_of_load_hours,worst_load_number,worst_load_load
      1,adequacy,grid,9.394,8443,2850

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"adequacy_simulation","name":"grid","shortfalls":{"mean":{"value":2,"#
        + #""standard_error":0.5,"low":1,"high":3},"exact_mean":null,"max":9}}"#,
      """
      schema,kind,name,shortfalls_mean,shortfalls_mean_standard_error,shortfalls_mean_low,\
      shortfalls_mean_high,shortfalls_exact_mean,shortfalls_max
      1,adequacy_simulation,grid,2,0.5,1,3,,9

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"list","names":["web","az.1"]}"#,
      """
      schema,kind,name
      1,list,web
      1,list,az.1

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"information","name":"db","is":"store","family":null,"#
        + #""definition":"store db: 1 of 2, 99%","uses":[],"used_by":["s"]}"#,
      """
      schema,kind,name,is,family,definition,used_by_1
      1,information,db,store,,"store db: 1 of 2, 99%",s

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"help","word":"mttr","text":"two\nlines","examples":["a"]}"#,
      """
      schema,kind,word,text,examples_1
      1,help,mttr,"two
      lines",a

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"note","text":"saved"}"#,
      """
      schema,kind,text
      1,note,saved

      """
    ),
    AnswerExample(
      #"{"schema":1,"kind":"part","number":2}"#,
      """
      schema,kind,number
      1,part,2

      """
    ),
  ]
}
